"""Renmai 人脉: who held which post in which organisation, and who took part in which event, with proof."""

__version__ = "0.1.0"

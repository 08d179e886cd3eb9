"""Behavioural answers: an open checklist of what a told story holds, and whether it was told before."""

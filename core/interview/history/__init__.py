"""What was asked, answered and scored: pages, the trend, retries side by side, and the export."""

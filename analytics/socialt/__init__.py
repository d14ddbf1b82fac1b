"""The social area: what placements cost, what is counted, who is asked what by when, and the monitoring of 2020."""

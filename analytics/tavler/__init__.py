"""What the boards show, as the papers known on a day have it: projects, their prices, and the Erhvervshus' goals."""

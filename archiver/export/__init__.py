"""EXPORT: from models to citation styles and packages. Formats arrive here, one file each."""

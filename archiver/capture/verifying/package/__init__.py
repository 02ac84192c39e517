"""Packages read strictly: zip, list of members, index and pages; nothing is unpacked that could fill a disk or a memory."""

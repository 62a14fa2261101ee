"""The project's one drawing hand: a woman as a line figure whose belly follows her weeks, as SVG. Pure."""

"""The component set of the design system: widgets that know the theme, not the app."""

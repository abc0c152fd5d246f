"""What runs between the screens: news, navigation, notices, background tasks. QtCore only."""

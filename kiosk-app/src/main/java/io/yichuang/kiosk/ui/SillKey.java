package io.yichuang.kiosk.ui;

/** The six keys of the sill, from left to right. */
public enum SillKey {
  HOME("home", Icon.HOME),
  BACK("back", Icon.ARROW_LEFT),
  READ_ALOUD("read-aloud", Icon.VOLUME),
  LARGE_TYPE("large-type", Icon.TEXT_SIZE),
  LANGUAGE("language", Icon.WORLD),
  HELP("help", Icon.HEADSET);

  private final String id;
  private final Icon icon;

  SillKey(String id, Icon icon) {
    this.id = id;
    this.icon = icon;
  }

  /** {@code data-action}; the text's key is {@code ui.sill.<id>}. */
  public String id() {
    return id;
  }

  Icon icon() {
    return icon;
  }
}

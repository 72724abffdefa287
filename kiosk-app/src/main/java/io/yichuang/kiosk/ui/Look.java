package io.yichuang.kiosk.ui;

/** Themes: classes on {@code html}, freely combined, switched live. */
public enum Look {
  NIGHT("night"),
  ELDER("elder"),
  HIGH_CONTRAST("high-contrast"),
  LOW_REACH("low-reach");

  final String css;

  Look(String css) {
    this.css = css;
  }
}

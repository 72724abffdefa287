package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;

/** Tiles in two columns; at most eight a page (elder: four, one column). */
public final class Tiles extends Div {
  /** Tiles in reading order. */
  public Tiles(Tile... tiles) {
    addClassName("yc-tiles");
    add(tiles);
  }
}

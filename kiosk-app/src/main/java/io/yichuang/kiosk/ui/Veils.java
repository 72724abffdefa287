package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;

/**
 * What lies over the page: a sheet, and over that the cover, which is not to be seen through. What
 * is below cannot be touched meanwhile.
 */
final class Veils {
  /** One of the two, open or shut. */
  private static final class Veil extends Div {
    private boolean open;

    private Veil(String classes) {
      addClassNames(classes.split(" ", -1));
      show(null);
    }

    private void show(@Nullable Overlay overlay) {
      removeAll();
      open = overlay != null;
      if (overlay != null) {
        add(overlay);
      }
      Parts.show(this, open);
    }
  }

  private final Div page;
  private final Veil sheet = new Veil("yc-veil");
  private final Veil cover = new Veil("yc-veil yc-cover");

  Veils(Div page) {
    this.page = page;
  }

  /** The cover first: who looks for what lies on top finds it first. */
  void addTo(Div parent) {
    parent.add(cover, sheet);
  }

  void sheet(Overlay overlay) {
    sheet.show(overlay);
    inert();
  }

  void noSheet() {
    sheet.show(null);
    inert();
  }

  /** True if it was not covered yet. */
  boolean cover(Overlay overlay) {
    if (cover.open) {
      return false;
    }
    cover.show(overlay);
    inert();
    return true;
  }

  void uncover() {
    cover.show(null);
    inert();
  }

  /** Whether something lies over the page. */
  boolean any() {
    return cover.open || sheet.open;
  }

  /** The page or what covers it. */
  Div top() {
    return cover.open ? cover : sheet.open ? sheet : page;
  }

  private void inert() {
    page.getElement().setAttribute("inert", sheet.open || cover.open);
    sheet.getElement().setAttribute("inert", cover.open);
  }
}

package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What lies over the page: a sheet, and over that the cover, which is not to be seen through. What
 * is below cannot be touched meanwhile.
 */
final class Veils {
  /** One of the two, open or shut. */
  private static final class Veil extends Div {
    private @Nullable Supplier<Overlay> open;

    private Veil(String classes) {
      addClassNames(classes.split(" ", -1));
      Parts.show(this, false);
    }

    private boolean open() {
      return open != null;
    }

    private void shut() {
      removeAll();
      open = null;
      Parts.show(this, false);
    }

    private String show(Supplier<Overlay> overlay, KioskFrame frame) {
      removeAll();
      open = overlay;
      Overlay drawn = overlay.get();
      drawn.language(
          new Action(
                  "sheet-language", frame.getTranslation("ui.sill.language"), frame::otherLanguage)
              .with(SillKey.LANGUAGE.icon()));
      add(drawn);
      Parts.show(this, true);
      return drawn.title();
    }
  }

  private final KioskFrame frame;
  private final Div page;
  private final Veil sheet = new Veil("yc-veil");
  private final Veil cover = new Veil("yc-veil yc-cover");

  Veils(KioskFrame frame, Div page) {
    this.frame = frame;
    this.page = page;
  }

  /** The cover first: who looks for what lies on top finds it first. */
  void addTo(Div parent) {
    parent.add(cover, sheet);
  }

  /** Its title. */
  String sheet(Supplier<Overlay> overlay) {
    String title = sheet.show(overlay, frame);
    inert();
    return title;
  }

  void noSheet() {
    sheet.shut();
    inert();
  }

  /** True if it was not covered yet. */
  boolean cover(Supplier<Overlay> overlay) {
    if (cover.open()) {
      return false;
    }
    cover.show(overlay, frame);
    inert();
    return true;
  }

  void uncover() {
    cover.shut();
    inert();
  }

  /** In another language; the title of what lies on top, if something does. */
  Optional<String> redraw() {
    Optional<String> below = redraw(sheet);
    return redraw(cover).or(() -> below);
  }

  private Optional<String> redraw(Veil veil) {
    return Optional.ofNullable(veil.open).map(overlay -> veil.show(overlay, frame));
  }

  /** Whether something lies over the page. */
  boolean any() {
    return cover.open() || sheet.open();
  }

  /** The page or what covers it. */
  Div top() {
    return cover.open() ? cover : sheet.open() ? sheet : page;
  }

  private void inert() {
    page.getElement().setAttribute("inert", any());
    sheet.getElement().setAttribute("inert", cover.open());
  }
}

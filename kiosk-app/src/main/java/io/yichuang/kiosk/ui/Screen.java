package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One page. A screen keeps a model in its fields and builds what is seen from it in {@link
 * #render}, which runs again whenever language or size changes: nothing a citizen gave may live
 * only in a component. All methods run in the UI's thread; texts come by {@code getTranslation}.
 */
public abstract class Screen extends Div {
  private final String id;
  private @Nullable KioskFrame frame;

  /**
   * A page with its id.
   *
   * @param id {@code data-screen}, kebab case
   */
  protected Screen(String id) {
    this.id = id;
    addClassNames("yc-screen", "yc-screen-" + id);
    getElement().setAttribute("data-screen", id);
  }

  /** The page's id. */
  public final String id() {
    return id;
  }

  /** The small line above the title. */
  protected @Nullable String eyebrow() {
    return null;
  }

  /** The one question of the page; a line break is kept. */
  protected @Nullable String title() {
    return null;
  }

  /** The second voice under the title. */
  protected @Nullable String sub() {
    return null;
  }

  /**
   * What the voice says after the title: what to do here. Recorded under {@code voice.screen.ID}.
   */
  protected String prompt() {
    return getTranslation("voice.screen." + id);
  }

  /** Title, second voice and prompt: all that is said of the page by itself. */
  final List<String> spoken() {
    return Stream.of(title(), sub(), prompt()).filter(Objects::nonNull).toList();
  }

  final Optional<String> question() {
    return Optional.ofNullable(title());
  }

  /** Where this page stands in its journey; null shows no stroke. */
  protected @Nullable Steps steps() {
    return null;
  }

  /** What stands in the action row. */
  protected Actions actions() {
    return Actions.none();
  }

  /** What stands in the keyboard's place above the action row. Return the same one each time. */
  protected @Nullable Component keyboard() {
    return null;
  }

  /** What 上一步 does; null greys it out. */
  protected @Nullable Runnable back() {
    return null;
  }

  /** Once a second while the page is shown. */
  protected void tick() {}

  /**
   * What the page is drawn from that changes by itself, such as devices that come and go; when it
   * does, the page is drawn anew. Not for pages where somebody writes or signs: the stroke would be
   * lost. Null: nothing.
   */
  protected @Nullable Object watched() {
    return null;
  }

  /** What must be noticed at once, such as a time that runs out: a sound and a flash begin it. */
  protected boolean urgent() {
    return false;
  }

  /**
   * Whether something half written stands here: after "are you still there" the very same page
   * comes back, not a new one.
   */
  public boolean keepsDraft() {
    return false;
  }

  /** While this is true the page may not be left: what is being done cannot be taken back. */
  public boolean underway() {
    return false;
  }

  /** False for a page without lintel and sill (standby). */
  protected boolean framed() {
    return true;
  }

  /** Adds the page's content below its title to {@code this}. */
  protected abstract void render();

  /** Builds everything anew from the model: content, title, action row, stroke. */
  public final void refresh() {
    if (frame != null) {
      frame.redraw();
    }
  }

  /** Builds the action row anew and leaves the content, with its fields and pictures, alone. */
  public final void refreshActions() {
    if (frame != null) {
      frame.redrawAround();
    }
  }

  /** The frame this screen is shown in; only while it is shown. */
  protected final KioskFrame frame() {
    return Objects.requireNonNull(frame, "not shown");
  }

  final void shownIn(@Nullable KioskFrame newFrame) {
    frame = newFrame;
  }

  final void draw() {
    removeAll();
    String eyebrow = eyebrow();
    if (eyebrow != null) {
      var line = new Paragraph(eyebrow);
      line.addClassName("yc-eyebrow");
      add(line);
    }
    String title = title();
    if (title != null) {
      var head = new H1(title);
      head.addClassName("yc-h1");
      add(head);
    }
    String sub = sub();
    if (sub != null) {
      var line = new Paragraph(sub);
      line.addClassName("yc-sub");
      add(line);
    }
    render();
    // Large type makes pages scroll, and the pad's arrows scroll what has the focus: the page
    // itself, where nothing is to touch or to fill in.
    if (keyboard() == null && !LowReach.touched(getElement())) {
      getElement().setAttribute("tabindex", "0");
    } else {
      getElement().removeAttribute("tabindex");
    }
    if (frame != null && frame.looks().contains(Look.LOW_REACH)) {
      LowReach.split(this);
    }
  }

  /** The looks that are on, such as large type; none before the page is shown. */
  protected final Set<Look> looks() {
    return frame == null ? Set.of() : frame.looks();
  }
}

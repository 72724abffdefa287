package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.Component;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A page made of functions. */
final class GalleryPage extends Screen {
  private final GalleryWords words;
  private final int step;
  private final @Nullable String key;
  private Supplier<Actions> actions = Actions::none;
  private Consumer<GalleryPage> body = _ -> {};

  /**
   * @param step of the journey; negative: none
   * @param key begins the keys of its head; null: it has none
   */
  GalleryPage(GalleryWords words, String id, int step, @Nullable String key) {
    super(id);
    this.words = words;
    this.step = step;
    this.key = key;
  }

  GalleryPage act(Supplier<Actions> newActions) {
    actions = newActions;
    return this;
  }

  GalleryPage body(Consumer<GalleryPage> newBody) {
    body = newBody;
    return this;
  }

  @Override
  protected @Nullable String eyebrow() {
    return key == null ? null : words.find(key + ".eyebrow");
  }

  @Override
  protected @Nullable String title() {
    return key == null ? null : words.of(key + ".title");
  }

  @Override
  protected @Nullable String sub() {
    return key == null ? null : words.find(key + ".sub");
  }

  @Override
  protected String prompt() {
    return "";
  }

  @Override
  protected @Nullable Steps steps() {
    return step < 0 ? null : new Steps(words.split("steps"), step);
  }

  @Override
  protected Runnable back() {
    return GalleryWords::nothing;
  }

  @Override
  protected Actions actions() {
    return actions.get();
  }

  @Override
  protected @Nullable Component keyboard() {
    return null;
  }

  @Override
  protected void render() {
    body.accept(this);
  }
}

package io.yichuang.kiosk.material;

import com.vaadin.flow.component.Component;
import io.yichuang.kiosk.catalogue.MaterialRule;
import io.yichuang.kiosk.journey.Collected;
import io.yichuang.kiosk.journey.Step;
import io.yichuang.kiosk.live.LivePictures;
import io.yichuang.kiosk.session.Strokes;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.Actions;
import io.yichuang.kiosk.ui.ChoiceCards;
import io.yichuang.kiosk.ui.Icon;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.ListRow;
import io.yichuang.kiosk.ui.LivePicture;
import io.yichuang.kiosk.ui.Parts;
import io.yichuang.kiosk.ui.Screen;
import io.yichuang.kiosk.ui.Sheet;
import io.yichuang.kiosk.ui.Steps;
import io.yichuang.vision.face.PhotoRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The photo beside what is asked of it: use it, or take it again and choose between two. */
final class PhotoChoiceScreen extends Screen {
  private static final Step STEP = new Step.Materials();
  private static final String FIRST = "photo-first";
  private static final String SECOND = "photo-second";

  private final MaterialRule rule;
  private final PhotoRule wanted;
  private final List<Shot> shots;
  private final LivePictures pictures;
  private final Turn turn;
  private Shot chosen;

  PhotoChoiceScreen(MaterialRule rule, List<Shot> shots, LivePictures pictures, Turn turn) {
    super("photo-choice");
    this.rule = rule;
    this.wanted = rule.photoRule().orElseThrow();
    this.shots = shots;
    this.pictures = pictures;
    this.turn = turn;
    // The one in the basket: the page may have been built anew since one was chosen.
    this.chosen =
        shots.stream()
            .filter(shot ->
                turn.visit().basket().get(rule.id()) instanceof Collected.Photo(var page, var _)
                    && Arrays.equals(page.jpeg(), shot.jpeg()))
            .findFirst()
            .orElse(shots.getLast());
  }

  @Override
  protected Steps steps() {
    return Strokes.at(turn, STEP.phase(), this::getTranslation);
  }

  @Override
  protected String eyebrow() {
    return rule.name().in(turn.language());
  }

  @Override
  protected String title() {
    return getTranslation(two() ? "material.photo.choose" : "material.photo.review");
  }

  private boolean two() {
    return shots.size() > 1;
  }

  @Override
  protected void render() {
    if (!two()) {
      add(Parts.div("yc-photo-beside", picture(chosen, "material.photo.yours"), wishes()));
      tip();
      return;
    }
    var both = Parts.div("yc-photos");
    both.add(
        picture(shots.getFirst(), "material.photo.first"),
        picture(shots.getLast(), "material.photo.second"));
    add(
        both,
        new ChoiceCards(
            List.of(
                choice(FIRST, "material.photo.use-first", shots.getFirst()),
                choice(SECOND, "material.photo.use-second", shots.getLast())),
            chosen.equals(shots.getFirst()) ? FIRST : SECOND,
            id -> choose(id.equals(FIRST) ? shots.getFirst() : shots.getLast())));
    if (!chosen.doubts().isEmpty()) {
      add(wishes());
    }
    tip();
  }

  private void tip() {
    boolean fits = chosen.doubts().isEmpty();
    add(
        Parts.tip(
            fits ? Icon.SHIELD_CHECK : Icon.INFO_CIRCLE,
            getTranslation(fits ? "material.photo.fits.all" : "material.photo.may-come-back"),
            null));
  }

  private LivePicture picture(Shot shot, String name) {
    var picture =
        new LivePicture(
            pictures.still(shot.jpeg(), turn.epoch()),
            wanted.width(),
            wanted.height(),
            getTranslation(name));
    picture.addClassName("yc-photo");
    return picture;
  }

  private ChoiceCards.Choice choice(String id, String words, Shot shot) {
    int open = PhotoWish.open(shot.doubts()).size();
    return new ChoiceCards.Choice(
        id,
        null,
        getTranslation(words),
        open == 0
            ? getTranslation("material.photo.fits")
            : getTranslation("material.photo.open", open));
  }

  /** All that is asked; of two photos, only what the chosen one lacks: there is less room. */
  private Component wishes() {
    var list = Sheet.list();
    for (PhotoWish wish : PhotoWish.values()) {
      var doubt = wish.first(chosen.doubts());
      if (doubt.isPresent()) {
        list.add(
            new ListRow(
                Light.YELLOW, getTranslation(wish.words()), getTranslation("material.photo.look")));
      } else if (!two()) {
        list.add(new ListRow(Light.GREEN, getTranslation(wish.words()), null));
      }
    }
    return list;
  }

  private void choose(Shot shot) {
    chosen = shot;
    turn.visit().collect(rule.id(), shot.as(wanted));
    refresh();
  }

  @Override
  protected Actions actions() {
    var quiet = new ArrayList<Action>();
    quiet.add(
        new Action("photo-window", getTranslation("material.photo.window"), this::toTheWindow)
            .binds());
    quiet.add(
        new Action("photo-again", getTranslation("material.photo.again"), this::again)
            .with(Icon.CAMERA));
    return Actions.quiet(quiet.toArray(Action[]::new))
        .go(new Action("photo-keep", getTranslation("material.photo.keep"), this::keep));
  }

  private void toTheWindow() {
    shots.forEach(Shot::wipe);
    turn.visit().collect(rule.id(), new Collected.Later());
    turn.step(STEP);
  }

  private void again() {
    dropOther();
    turn.go(new MaterialStages.Photo(rule.id(), List.of(chosen)));
  }

  private void keep() {
    dropOther();
    turn.step(STEP);
  }

  private void dropOther() {
    shots.stream().filter(shot -> !shot.equals(chosen)).forEach(Shot::wipe);
  }

  @Override
  protected Runnable back() {
    return this::keep;
  }
}

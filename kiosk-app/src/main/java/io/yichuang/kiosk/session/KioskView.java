package io.yichuang.kiosk.session;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import io.yichuang.kiosk.KioskProperties;
import io.yichuang.kiosk.journey.Visit;
import io.yichuang.kiosk.ui.KioskFrame;
import io.yichuang.kiosk.ui.Look;
import io.yichuang.kiosk.ui.Screen;
import io.yichuang.kiosk.ui.SillKey;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one page of the terminal. It shows the screen of the present stage, keeps the time of the
 * citizen's patience, and wipes. There is no other page and no history: a reload begins anew at
 * standby.
 */
@Route("")
class KioskView extends Div implements Turn {
  private static final Logger log = LoggerFactory.getLogger(KioskView.class);

  /** No turn has this epoch. */
  private static final long NOBODY = 0;

  /** As long as a left card's owner is taken to be near. */
  private static final Duration FORGOTTEN = Duration.ofSeconds(60);

  private final Turns turns;
  private final List<Screens> features;
  private final Lamps lamps;
  private final OnePage onePage;
  private final Leaving leaving;
  private final Visit visit = new Visit();
  private final KioskFrame frame;
  private final Patience patience;
  private final Clock clock;
  private final Surroundings surroundings;
  private Stage stage = new Stage.Standby();
  private final ElderOffer elderOffer;
  private long epoch = NOBODY;
  private final PageThread page = new PageThread(this);

  KioskView(
      Turns turns,
      List<Screens> features,
      Lamps lamps,
      Places places,
      OnePage onePage,
      Leaving leaving,
      Surroundings surroundings,
      Clock clock,
      KioskProperties properties) {
    this.turns = turns;
    this.features = features;
    this.lamps = lamps;
    this.onePage = onePage;
    this.leaving = leaving;
    this.frame = new KioskFrame(places::place, clock);
    this.patience = new Patience(clock, properties.idle());
    this.elderOffer = new ElderOffer(clock);
    this.clock = clock;
    this.surroundings = surroundings;
    add(frame);
    frame.onActivity(this::touched);
    frame.onKey(SillKey.HOME, this::leave);
    frame.onKey(SillKey.HELP, this::helpAsked);
    frame.onLooks(this::looked);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    page.open(event.getUI());
    // Another window, or the same one loaded anew: whoever was there is gone, before anything is
    // shown here.
    onePage.opened(this);
    turns.endCurrent(EndReason.ABANDONED);
    epoch = NOBODY;
    frame.look(Look.NIGHT, lamps.night());
    show(new Stage.Standby());
    frame.headset(surroundings.last().headset());
  }

  @Override
  protected void onDetach(DetachEvent event) {
    onePage.closed(this);
    stop(EndReason.LEFT);
    page.close();
  }

  /** Another window shows the terminal now; this one is done. */
  void superseded() {
    page.run(() -> {
      stop(EndReason.LEFT);
      frame.open(() -> SessionSheets.superseded(frame));
    });
  }

  /** Who asks for help is there: the seconds of the question do not run out below the sheet. */
  private void helpAsked() {
    if (stage instanceof SessionStages.StillThere asking) {
      resume(asking);
      frame.help();
    }
  }

  private void resume(SessionStages.StillThere asking) {
    show(asking.before(), asking.draft().orElseGet(() -> screenOf(asking.before())));
  }

  private void looked() {
    patience.elder(frame.looks().contains(Look.ELDER) || frame.looks().contains(Look.SPEECH));
    helped();
  }

  /** That somebody else pressed for the citizen goes along with what is submitted. */
  private void helped() {
    if (frame.looks().contains(Look.HELPED)) {
      visit.consent("helper", clock.instant());
    }
  }

  /** Somebody went, came, or plugged a headset in. From the thread that watches. */
  void surroundings(Surroundings.Seen seen) {
    page.run(() -> around(seen));
  }

  /** What is covered stays so until its owner touches it: whoever comes may be another. */
  private void around(Surroundings.Seen seen) {
    frame.headset(seen.headset());
    frame.getElement().setAttribute("data-present", Boolean.toString(seen.present()));
    if (!seen.present() && epoch != NOBODY) {
      frame.cover(() -> SessionSheets.cover(frame, () -> end(EndReason.LEFT)));
    }
  }

  /** Once a second: lamps, patience. From the terminal's clock thread. */
  void tick() {
    page.run(this::ticked);
  }

  private void ticked() {
    frame.look(Look.NIGHT, lamps.night());
    frame.lamps(lamps.network(), lamps.printer());
    if (stage instanceof SessionStages.StillThere asking) {
      if (patience.warningOver()) {
        end(EndReason.TIMED_OUT);
      } else if (patience.extended()) {
        resume(asking);
      }
      return;
    }
    if (stage instanceof Stage.Standby && patience.still().compareTo(FORGOTTEN) >= 0) {
      forget();
    }
    if (underway()) {
      frame.tick(); // it ends by itself, and nobody may be told meanwhile that nothing was done
      return;
    }
    switch (patience.check(stage.pace())) {
      case WAIT -> frame.tick();
      case WARN ->
          go(new SessionStages.StillThere(stage, frame.screen().filter(Screen::keepsDraft)));
      case OVER -> end(EndReason.FINISHED);
    }
  }

  /** Speech that was begun at standby by somebody who has gone is not for whoever comes next. */
  private void forget() {
    if (frame.isChanged() && !surroundings.last().headset()) {
      frame.reset();
      show(stage);
    }
  }

  private boolean underway() {
    return frame.screen().filter(Screen::underway).isPresent();
  }

  private void show(Stage next) {
    show(next, screenOf(next));
  }

  private void show(Stage next, Screen screen) {
    stage = next;
    helped();
    patience.begin(next.pace());
    frame.show(screen);
    frame.look(Look.REHEARSAL, visit.rehearsal());
    frame.timeLeft(patience.left(next.pace()).orElse(null));
    visit
        .citizen()
        .filter(citizen -> next.pace() != Stage.Pace.NONE && elderOffer.due(citizen, frame.looks()))
        .ifPresent(_ -> frame.open(() -> ElderOffer.overlay(frame)));
  }

  private Screen screenOf(Stage wanted) {
    for (Screens feature : features) {
      Optional<Screen> screen = feature.screen(wanted, this);
      if (screen.isPresent()) {
        return screen.get();
      }
    }
    throw new IllegalStateException("no feature draws " + wanted);
  }

  /** Until when what was done would be kept; empty if there is nothing to keep. */
  Optional<LocalDate> keeps() {
    return leaving.until(visit);
  }

  /** Everything of the citizen goes; the page may still show something. */
  private void stop(EndReason reason) {
    try {
      leaving.ends(visit, reason);
    } finally {
      visit.wipe();
      turns.end(epoch, reason);
      epoch = NOBODY;
    }
  }

  @Override
  public long epoch() {
    return epoch;
  }

  @Override
  public boolean current() {
    return epoch != NOBODY && turns.current(epoch);
  }

  @Override
  public Visit visit() {
    return visit;
  }

  @Override
  public Locale language() {
    return frame.language();
  }

  @Override
  public void look(Look look) {
    frame.look(look, true);
  }

  @Override
  public void go(Stage next) {
    if (!(next instanceof Stage.Standby) && epoch == NOBODY) {
      epoch = turns.begin();
    }
    show(next);
  }

  @Override
  public void leave() {
    if (underway()) {
      return;
    }
    boolean practice = visit.rehearsal();
    if (!practice && (stage instanceof Stage.Standby || stage instanceof Stage.Home)) {
      return;
    }
    boolean something = practice || (visit.item().isPresent() && visit.terminalNumber().isEmpty());
    if (!something) {
      goHome();
      return;
    }
    Optional<LocalDate> until = keeps();
    frame.open(() ->
        until.isEmpty()
            ? SessionSheets.leave(frame, practice, this::goHome)
            : SessionSheets.leave(
                frame,
                this::goHome,
                () -> end(EndReason.KEPT, new SessionStages.Kept(until.get()))));
  }

  /** Home is a fresh start: what was filled in goes, and a late result of it with it. */
  private void goHome() {
    stop(EndReason.ABANDONED);
    go(new Stage.Home());
  }

  @Override
  public void touched() {
    patience.touched();
    if (!(stage instanceof SessionStages.StillThere)) {
      frame.timeLeft(patience.left(stage.pace()).orElse(null));
    }
  }

  @Override
  public void end(EndReason reason) {
    end(reason, new Stage.Standby());
  }

  private void end(EndReason reason, Stage after) {
    stop(reason);
    frame.reset();
    elderOffer.forget();
    show(after);
  }

  @Override
  public <T> void work(Callable<T> slow, Consumer<T> then) {
    page.work(epoch, slow, then);
  }

  @Override
  public <T> void work(Callable<T> slow, Consumer<T> then, Consumer<T> late) {
    Optional<Screen> asking = frame.screen();
    page.work(epoch, slow, () -> frame.screen().equals(asking), then, late);
  }

  @Override
  public void later(Runnable then) {
    page.later(epoch, then);
  }

  /** Whether it is still the turn of that epoch. */
  boolean is(long asked) {
    return asked != NOBODY && epoch == asked && turns.current(asked);
  }

  /** Something of ours broke in the page's thread, or on its way there. */
  void broke(Throwable why) {
    page.run(() -> mistake("the page", why));
  }

  /** Its message may be personal: only its kind and place are logged. */
  void mistake(String where, Throwable why) {
    log.error("{} failed: {}", where, why.getClass().getName());
    log.debug("at {}", (Object) why.getStackTrace());
    var after = new SessionStages.Broken(visit.terminalNumber().orElse(""));
    end(EndReason.BROKEN, after);
  }

  /** The time that is left of the warning; for its page. */
  Patience patience() {
    return patience;
  }
}

package io.yichuang.kiosk.progress;

import io.yichuang.kiosk.catalogue.ServiceItem;
import io.yichuang.kiosk.identity.Goal;
import io.yichuang.kiosk.identity.Identities;
import io.yichuang.kiosk.input.KioskKeyboard;
import io.yichuang.kiosk.journey.Citizen;
import io.yichuang.kiosk.platform.Platform;
import io.yichuang.kiosk.session.Screens;
import io.yichuang.kiosk.session.Stage;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.submission.Reprints;
import io.yichuang.kiosk.submission.Submissions;
import io.yichuang.kiosk.ui.Icon;
import io.yichuang.kiosk.ui.Screen;
import io.yichuang.kiosk.ui.Texts;
import io.yichuang.kiosk.ui.Tile;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** 查进度: by card, by number and code, or by supervision code; then the cases with their lights. */
@Component
class ProgressScreens implements Screens {
  /** Goes with requests for shared data, of which a search makes none. */
  private static final String NO_ITEM = "";

  private final Identities identities;
  private final Platform platform;
  private final Reprints reprints;
  private final Submissions submissions;
  private final ObjectProvider<KioskKeyboard> keyboards;
  private final Texts texts;
  private final Clock clock;

  ProgressScreens(
      Identities identities,
      Platform platform,
      Reprints reprints,
      Submissions submissions,
      ObjectProvider<KioskKeyboard> keyboards,
      Texts texts,
      Clock clock) {
    this.identities = identities;
    this.platform = platform;
    this.reprints = reprints;
    this.submissions = submissions;
    this.keyboards = keyboards;
    this.texts = texts;
    this.clock = clock;
  }

  @Override
  public Optional<Screen> screen(Stage stage, Turn turn) {
    return switch (stage) {
      case ProgressStages.Ways() -> Optional.of(identities.screen(goal(turn), turn));
      case ProgressStages.Verify(String item, var level) ->
          Optional.of(identities.screen(verified(item, level, turn), turn));
      case ProgressStages.ByCode() ->
          Optional.of(new CodeScreen(platform, submissions, keyboards.getObject(), turn));
      case ProgressStages.Cases(var cases, boolean byCode) ->
          Optional.of(new CasesScreen(cases, byCode, platform, reprints, texts, clock, turn));
      case ProgressStages.NotNow() -> Optional.of(new NotNowScreen(turn));
      default -> Optional.empty();
    };
  }

  private Goal goal(Turn turn) {
    return new Goal(
        NO_ITEM,
        ServiceItem.Assurance.L1,
        () -> null,
        () -> text("progress.eyebrow", turn),
        () ->
            List.of(
                new Tile(
                    "way-code",
                    Icon.QRCODE,
                    text("progress.by-code", turn),
                    text("progress.by-code.note", turn),
                    () -> turn.go(new ProgressStages.ByCode()))),
        () -> search(turn),
        () -> turn.go(new Stage.Home()));
  }

  private Goal verified(String item, ServiceItem.Assurance level, Turn turn) {
    return new Goal(
        item,
        level,
        () -> null,
        () -> text("progress.eyebrow", turn),
        List::of,
        () -> search(turn),
        () -> search(turn));
  }

  private void search(Turn turn) {
    Citizen citizen = turn.visit().citizen().orElseThrow();
    turn.work(
        () -> CaseSearch.of(() -> platform.casesOf(citizen.idNumber())),
        found -> {
          switch (found) {
            case CaseSearch.Found(var cases) -> turn.go(new ProgressStages.Cases(cases, false));
            case CaseSearch.BadCode(), CaseSearch.NotNow() -> turn.go(new ProgressStages.NotNow());
          }
        });
  }

  private String text(String key, Turn turn) {
    return texts.getTranslation(key, turn.language());
  }
}

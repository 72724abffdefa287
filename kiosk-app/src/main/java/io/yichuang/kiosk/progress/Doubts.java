package io.yichuang.kiosk.progress;

import com.vaadin.flow.component.Component;
import io.yichuang.kiosk.catalogue.ServiceItem;
import io.yichuang.kiosk.platform.CaseFile;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.submission.PrintJobs.Paper;
import io.yichuang.kiosk.submission.Reprints;
import io.yichuang.kiosk.submission.Reprints.Doubt;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.ActionButton;
import io.yichuang.kiosk.ui.Icon;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.Parts;
import io.yichuang.kiosk.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Asks about papers whose fate nobody knows or that are owed; prints only what is wanted. */
final class Doubts {
  /** What a page has to tell after an answer. */
  interface Told {
    void tell(Light light, String key);
  }

  private final Reprints reprints;
  private final Texts texts;
  private final Turn turn;
  private final Told told;
  private final List<Doubt> open = new ArrayList<>();
  private Optional<ServiceItem.Assurance> level = Optional.empty();
  private boolean printing;

  Doubts(Reprints reprints, Texts texts, Turn turn, Told told) {
    this.reprints = reprints;
    this.texts = texts;
    this.turn = turn;
    this.told = told;
  }

  /** Looks the papers of these cases up; {@code then} only if one is in doubt. */
  void find(List<CaseFile> cases, boolean byCode, Runnable then) {
    level = byCode ? Optional.empty() : turn.visit().assurance();
    turn.work(
        () -> cases.stream().flatMap(file -> reprints.of(file, level).stream()).toList(),
        found -> {
          open.clear();
          open.addAll(found);
          if (!found.isEmpty()) {
            then.run();
          }
        });
  }

  boolean printing() {
    return printing;
  }

  /** One box for each paper in doubt. */
  List<Component> boxes() {
    return open.stream().map(this::box).toList();
  }

  private Component box(Doubt doubt) {
    CaseFile file = doubt.file();
    String code = file.code();
    boolean owed = doubt.kind() == Reprints.Kind.OWED;
    String what = doubt.kind().name().toLowerCase(Locale.ROOT);
    String say =
        doubt.level() != null ? "verify" : owed ? "ready" : doubt.printable() ? "now" : "staff";
    var words =
        Parts.div(
            "yc-doubt",
            Parts.lead(text("paper." + what)),
            Parts.note(
                text(
                    "paper.which",
                    file.itemName().in(turn.language()),
                    code.substring(code.length() - 4))),
            Parts.note(text("paper." + say)));
    var box = Parts.div("yc-slip", Icon.PRINTER.icon(), words);
    box.getElement().setAttribute("data-paper", owed ? "owed" : "doubt");
    box.getElement().setAttribute("role", "status");
    if (!printing) {
      if (!owed) {
        box.add(
            new ActionButton(
                    new Action("paper-kept-" + code, text("paper.kept"), () -> kept(doubt)).binds())
                .small());
      }
      var level = doubt.level();
      if (level != null) {
        box.add(
            new ActionButton(
                    new Action(
                        "paper-verify-" + code,
                        text("paper.to-verify"),
                        () -> turn.go(new ProgressStages.Verify(file.item(), level))))
                .small());
      }
      if (doubt.printable()) {
        box.add(
            new ActionButton(
                    new Action(
                            "paper-again-" + code,
                            text(owed ? "paper.first" : "paper.again"),
                            () -> print(doubt))
                        .binds())
                .small());
      }
    }
    return box;
  }

  private void kept(Doubt doubt) {
    open.remove(doubt);
    turn.work(
        () -> {
          reprints.settle(doubt);
          return true;
        },
        _ -> told.tell(Light.GREEN, "progress.paper.noted"));
  }

  private void print(Doubt doubt) {
    if (printing) {
      return;
    }
    printing = true;
    told.tell(Light.YELLOW, "progress.paper.printing");
    turn.work(
        () -> reprints.print(doubt),
        paper -> {
          printing = false;
          turn.touched();
          switch (paper) {
            case Paper.Out() -> {
              open.remove(doubt);
              told.tell(Light.GREEN, "progress.paper.out");
            }
            case Paper.Look(String fault) -> anew(doubt);
            case Paper.None(String why, String fault) ->
                told.tell(Light.RED, "progress.paper.none");
          }
        });
  }

  /** The last job is another one now, and what was owed may have come out. */
  private void anew(Doubt doubt) {
    turn.work(
        () -> reprints.of(doubt.file(), level),
        found -> {
          open.remove(doubt);
          found.ifPresent(open::add);
          told.tell(Light.YELLOW, "progress.paper.look");
        });
  }

  private String text(String key, Object... values) {
    return texts.getTranslation("progress." + key, turn.language(), values);
  }
}

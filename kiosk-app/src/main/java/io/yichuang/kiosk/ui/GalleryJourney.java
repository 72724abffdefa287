package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sample pages from the materials on: what comes of a journey. */
final class GalleryJourney {
  private final GalleryWords words;
  private @Nullable Signature signature;

  GalleryJourney(GalleryWords words) {
    this.words = words;
  }

  Screen materials() {
    return page("materials", 3, "materials")
        .act(() -> Actions.none().waiting(new WaitingBar(w("materials.wait"), null)))
        .body(screen ->
            screen.add(
                new Fill(0.6, w("materials.sum")),
                Sheet.list(
                    material("m1", Icon.ID, Light.GREEN, MaterialRow.State.DONE),
                    material("m2", Icon.HOME_CHECK, Light.GREEN, MaterialRow.State.DONE),
                    material("m3", Icon.FILE_TEXT, null, MaterialRow.State.NOW),
                    material("m4", Icon.SIGNATURE, null, MaterialRow.State.LATER),
                    material("m5", Icon.EYE_CHECK, null, MaterialRow.State.DONE)),
                Parts.tip(
                    Icon.CLOCK,
                    w("materials.tip"),
                    new ActionButton(act("materials.fetch")).small())));
  }

  private MaterialRow material(
      String key, Icon icon, @Nullable Light light, MaterialRow.State state) {
    String[] row = rows(key).getFirst();
    Chip chip =
        light != null
            ? Chip.of(light, row[2])
            : Chip.of(
                key.equals("m5") ? Chip.Kind.PLAIN : Chip.Kind.LINE,
                key.equals("m5") ? Icon.CALENDAR : key.equals("m3") ? Icon.SCAN : Icon.PENCIL,
                row[2]);
    List<Action> actions = new ArrayList<>();
    for (String text : split(key + ".do")) {
      var action = new Action("do", text, GalleryWords::nothing);
      actions.add(key.equals("m3") && actions.isEmpty() ? action.with(Icon.CAMERA) : action);
    }
    return new MaterialRow(icon, row[0], row[1], chip, state, actions);
  }

  Screen confirm() {
    return page("confirm", 4, "confirm")
        .act(() -> Actions.quiet(act("leave")).go(act("confirm.go")))
        .body(screen -> {
          var sheet = Sheet.list();
          for (String[] row : rows("confirm.rows")) {
            sheet.add(
                row[1].contains("*") || row[1].contains("＊")
                    ? SummaryRow.masked(row[0], row[1], () -> w("confirm.full"), row[2])
                    : new SummaryRow(row[0], row[1], row[2]).with(act("confirm.change")));
          }
          var pad =
              new SignaturePad(w("confirm.hint"), w("confirm.sign"), signature, s -> signature = s);
          var again = new Action("sign-again", w("confirm.again"), pad::clear).with(Icon.REFRESH);
          screen.add(
              sheet,
              Parts.note(w("confirm.peek")),
              Parts.div(
                  "yc-signature-head",
                  Parts.head(w("confirm.sign")),
                  new ActionButton(again).small()),
              pad);
        });
  }

  Screen done() {
    return new GalleryPage(words, "done", 6, null)
        .act(() -> Actions.quiet(act("done.again")).go(act("done.go")))
        .body(screen -> {
          var title = new H1(w("done.title"));
          title.addClassName("yc-h1");
          var code =
              Parts.div(
                  "yc-sheet yc-code-sheet",
                  new Div(
                      Parts.note(w("done.code.note")),
                      new CodeText(w("done.code")),
                      Parts.note(w("done.code.sms"))),
                  new QrImage(w("done.code"), w("done.code.note")));
          screen.add(
              Parts.div(
                  "yc-fin",
                  new WindowView(WindowView.Size.DONE),
                  new Div(title, Parts.body(w("done.text")))),
              code,
              Parts.div(
                  "yc-slip",
                  Icon.RECEIPT.icon(),
                  new Div(Parts.lead(w("done.slip")), Parts.note(w("done.slip.note"))),
                  new ActionButton(act("done.slip.missing")).small()),
              Parts.head(w("done.next")),
              new Timeline(points("done.points")).inline(),
              Parts.bar(w("done.rate"), w("done.rate.note")),
              new RatingRow(split("done.words"), null, _ -> {}));
        });
  }

  Screen progress() {
    return page("progress", -1, "progress")
        .act(() -> Actions.quiet(act("progress.other")).go(act("progress.urge").with(Icon.BELL)))
        .body(screen -> {
          for (String[] row : rows("progress.cases")) {
            var light = Light.valueOf(row[0]);
            var card =
                new CaseCard("case", light, row[1], row[2], row[3], row[4], GalleryWords::nothing);
            if (light == Light.RED) {
              card.open(
                  Notice.box(light, w("progress.why"), w("progress.why.text")),
                  new Timeline(points("progress.points")),
                  Parts.div(
                      "yc-two",
                      new ActionButton(act("progress.complain").with(Icon.MESSAGE_REPORT)),
                      new ActionButton(act("progress.print").with(Icon.PRINTER))));
            }
            screen.add(card);
          }
          List<String> legend = split("progress.legend");
          screen.add(Light.legend(legend.get(0), legend.get(1), legend.get(2)));
        });
  }

  Screen paperOut() {
    return page("paper", 6, "paper-out")
        .act(() -> Actions.quiet(act("paper.none")).go(act("paper.go")))
        .body(screen -> {
          var facts = Sheet.list();
          for (String[] row : rows("paper.facts")) {
            facts.add(new ListRow(Light.valueOf(row[0]), row[1], row[2]));
          }
          List<ChoiceCards.Choice> choices = new ArrayList<>();
          for (String[] row : rows("paper.choices")) {
            choices.add(new ChoiceCards.Choice(row[0], Icon.valueOf(row[0]), row[1], row[2]));
          }
          screen.add(
              facts,
              Parts.head(w("paper.how")),
              new ChoiceCards(choices, "DEVICE_MOBILE_MESSAGE", _ -> {}));
        });
  }

  Screen camera() {
    return page("camera", 3, "camera")
        .act(() -> Actions.quiet(act("camera.page")).go(act("camera.go").with(Icon.CAMERA)))
        .body(screen -> {
          var picture =
              new LivePicture("kiosk/ui/mark.svg", 636, 900, w("camera.title"))
                  .tag(Light.GREEN, w("camera.live"))
                  .outline(
                      List.of(
                          new LivePicture.Point(0.06, 0.15),
                          new LivePicture.Point(0.84, 0.1),
                          new LivePicture.Point(0.92, 0.88),
                          new LivePicture.Point(0.14, 0.94)));
          var sample =
              new SampleSheet(
                  w("camera.sample"),
                  split("camera.lines"),
                  List.of(new SampleSheet.Mark(0, 1, w("camera.spot"))),
                  true);
          List<Checks.Check> checks = new ArrayList<>();
          for (String word : split("camera.checks")) {
            checks.add(new Checks.Check(checks.size() == 3 ? Light.YELLOW : Light.GREEN, word));
          }
          screen.add(
              new Hint(Light.YELLOW, w("camera.hint"), Icon.ARROW_RIGHT),
              sample.beside(picture, w("camera.sample")),
              new Checks(checks));
        });
  }

  private GalleryPage page(String key, int step, String id) {
    return new GalleryPage(words, id, step, key);
  }

  private Action act(String key) {
    return words.act(key);
  }

  private String w(String key) {
    return words.of(key);
  }

  private List<String> split(String key) {
    return words.split(key);
  }

  private List<String[]> rows(String key) {
    return words.rows(key);
  }

  private List<Timeline.Point> points(String key) {
    return words.points(key);
  }
}

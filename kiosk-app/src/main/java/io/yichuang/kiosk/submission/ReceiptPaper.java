package io.yichuang.kiosk.submission;

import io.yichuang.device.Receipt;
import io.yichuang.device.Receipt.Align;
import io.yichuang.device.Receipt.Line;
import io.yichuang.device.Receipt.Size;
import io.yichuang.kiosk.catalogue.LocalText;
import io.yichuang.kiosk.catalogue.MaterialRule;
import io.yichuang.kiosk.catalogue.ServiceItem;
import io.yichuang.kiosk.journey.Collected;
import io.yichuang.kiosk.platform.CaseFile;
import io.yichuang.kiosk.session.Places;
import io.yichuang.kiosk.ui.CodeText;
import io.yichuang.kiosk.ui.Masked;
import io.yichuang.kiosk.ui.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * 收件回执: what was taken, what happens by when, how to ask. No full number, no face. In Chinese,
 * whatever the language of the screen: the office that reads it is Chinese.
 */
@Component
class ReceiptPaper {
  private static final Locale PAPER = Locale.SIMPLIFIED_CHINESE;

  private final Texts texts;
  private final Places places;
  private final Clock clock;

  ReceiptPaper(Texts texts, Places places, Clock clock) {
    this.texts = texts;
    this.places = places;
    this.clock = clock;
  }

  Receipt of(Order order, Submissions.Submitted submitted) {
    var lines = new ArrayList<Line>();
    head(lines, "receipt.title", submitted);
    ServiceItem item = order.item();
    lines.add(new Receipt.Hanging(text("receipt.item"), item.name().zh()));
    lines.add(new Receipt.Hanging(text("receipt.applicant"), Masked.name(order.citizen().name())));
    lines.add(
        new Receipt.Hanging(text("receipt.taken"), moment(submitted.at().atZone(clock.getZone()))));
    lines.add(new Receipt.Hanging(text("receipt.fee"), item.fee().note().zh()));
    materials(lines, order);
    if (!submitted.refused()) {
      next(lines, item, submitted.made());
    }
    foot(lines, submitted);
    return new Receipt(lines);
  }

  /** Another receipt of a case, later: what the platform tells, names masked by it. */
  Receipt copy(CaseFile file) {
    var submitted =
        new Submissions.Submitted(
            file.terminalNumber(), file.submittedAt(), Optional.of(file), false);
    var lines = new ArrayList<Line>();
    head(lines, "receipt.title.copy", submitted);
    lines.add(new Receipt.Hanging(text("receipt.item"), file.itemName().zh()));
    lines.add(new Receipt.Hanging(text("receipt.applicant"), file.applicant()));
    lines.add(
        new Receipt.Hanging(
            text("receipt.taken"), moment(file.submittedAt().atZone(clock.getZone()))));
    foot(lines, submitted);
    return new Receipt(lines);
  }

  private void head(List<Line> lines, String title, Submissions.Submitted submitted) {
    lines.add(MarkPicture.line());
    lines.add(new Receipt.Text(places.place(PAPER).hall(), Align.CENTRE, Size.NORMAL, false));
    lines.add(new Receipt.Space(16));
    lines.add(new Receipt.Text(text(title), Align.CENTRE, Size.DOUBLE, true));
    lines.add(new Receipt.Rule(false));
    code(lines, submitted);
    lines.add(new Receipt.Rule(false));
  }

  private void foot(List<Line> lines, Submissions.Submitted submitted) {
    var here = places.place(PAPER);
    lines.add(new Receipt.Rule(true));
    lines.add(plain(text("receipt.ask", here.helpPhone())));
    lines.add(plain(text("receipt.complain", here.helpPhone())));
    lines.add(plain(text("receipt.where", here.spot(), tail(submitted))));
    lines.add(new Receipt.Space(16));
    lines.add(new Receipt.Text(text("receipt.keep"), Align.CENTRE, Size.NORMAL, false));
  }

  private void code(List<Line> lines, Submissions.Submitted submitted) {
    Optional<CaseFile> made = submitted.made();
    String words = made.isPresent() ? "receipt.code" : "receipt.number";
    lines.add(new Receipt.Text(text(words), Align.CENTRE, Size.NORMAL, false));
    if (made.isPresent()) {
      String grouped = CodeText.grouped(made.get().code());
      // Twenty digits in double width do not fit on 80 mm: three groups and two, as people read
      // them out.
      lines.add(new Receipt.Text(grouped.substring(0, 14), Align.CENTRE, Size.DOUBLE, true));
      lines.add(new Receipt.Text(grouped.substring(15), Align.CENTRE, Size.DOUBLE, true));
      lines.add(new Receipt.Qr(made.get().code()));
      lines.add(new Receipt.Text(text("receipt.scan"), Align.CENTRE, Size.NORMAL, false));
    } else {
      lines.add(new Receipt.Text(submitted.terminalNumber(), Align.CENTRE, Size.DOUBLE, true));
      lines.add(new Receipt.Qr(submitted.terminalNumber()));
      String later = submitted.refused() ? "receipt.refused" : "receipt.later";
      lines.add(new Receipt.Text(text(later), Align.CENTRE, Size.NORMAL, false));
    }
  }

  private void materials(List<Line> lines, Order order) {
    if (order.basket().isEmpty()) {
      return;
    }
    lines.add(new Receipt.Rule(false));
    lines.add(new Receipt.Text(text("receipt.materials"), Align.LEFT, Size.NORMAL, true));
    for (MaterialRule rule : order.item().materials()) {
      Collected collected = order.basket().get(rule.id());
      if (collected == null) {
        continue;
      }
      String name = rule.name().zh();
      lines.add(
          switch (collected) {
            case Collected.FromCard(var at) -> pair(name, text("receipt.from-card"));
            case Collected.FromData(var dataset, var at) -> pair(name, text("receipt.from-data"));
            case Collected.Scanned(var pages, var check) ->
                pair(name, text("receipt.scanned", pages.size()));
            case Collected.Photo(var page, var doubts) -> pair(name, text("receipt.photo"));
            case Collected.Promised(var at) -> pair(name, text("receipt.promised"));
            case Collected.Later() -> new Receipt.Band(name, text("receipt.bring"));
          });
    }
  }

  private void next(List<Line> lines, ServiceItem item, Optional<CaseFile> made) {
    if (item.next().isEmpty()) {
      return;
    }
    lines.add(new Receipt.Rule(false));
    lines.add(new Receipt.Text(text("receipt.next"), Align.LEFT, Size.NORMAL, true));
    for (ServiceItem.Next step : item.next()) {
      LocalText note = step.note();
      String words = step.what().zh() + (note == null ? "" : text("receipt.comma") + note.zh());
      lines.add(new Receipt.Hanging(Dates.when(step, made, texts, PAPER, clock), words));
    }
  }

  private static Line pair(String left, String right) {
    return new Receipt.Pair(left, right, false);
  }

  private static Line plain(String words) {
    return new Receipt.Text(words, Align.LEFT, Size.NORMAL, false);
  }

  private static String tail(Submissions.Submitted submitted) {
    String whole = submitted.made().map(CaseFile::code).orElse(submitted.terminalNumber());
    return whole.substring(whole.length() - 4);
  }

  private String moment(ZonedDateTime at) {
    LocalDate day = at.toLocalDate();
    return text(
        "receipt.moment",
        Integer.toString(day.getYear()),
        day.getMonthValue(),
        day.getDayOfMonth(),
        String.format(Locale.ROOT, "%02d:%02d", at.getHour(), at.getMinute()));
  }

  private String text(String key, Object... values) {
    return texts.getTranslation("submission." + key, PAPER, values);
  }
}

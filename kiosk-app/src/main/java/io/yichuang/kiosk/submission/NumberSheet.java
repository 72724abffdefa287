package io.yichuang.kiosk.submission;

import com.vaadin.flow.component.html.Div;
import io.yichuang.kiosk.platform.CaseFile;
import io.yichuang.kiosk.submission.Submissions.Submitted;
import io.yichuang.kiosk.ui.CodeText;
import io.yichuang.kiosk.ui.Parts;
import io.yichuang.kiosk.ui.QrImage;

/** What finds the matter again, large and as a picture: the supervision code, or our own number. */
final class NumberSheet extends Div {
  NumberSheet(Submitted submitted) {
    addClassNames("yc-sheet", "yc-code-sheet");
    String number = submitted.made().map(CaseFile::code).orElse(submitted.terminalNumber());
    String what = submitted.made().isPresent() ? "submission.code" : "submission.number";
    String use = submitted.refused() ? "submission.number.refused" : what + ".use";
    add(
        new Div(
            Parts.note(getTranslation(what)),
            submitted.made().isPresent() ? new CodeText(number) : own(number),
            Parts.note(getTranslation(use))),
        new QrImage(number, getTranslation(what)));
  }

  /** It has groups of its own. */
  private static Div own(String number) {
    var line = Parts.div("yc-code yc-num");
    line.setText(number);
    line.getElement().setAttribute("data-code", number);
    return line;
  }
}

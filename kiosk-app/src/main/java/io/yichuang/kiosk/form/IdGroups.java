package io.yichuang.kiosk.form;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.Parts;
import java.time.LocalDate;

/** An identity number in its groups (region, birth, the rest), and whether its check digit fits. */
final class IdGroups extends Div {
  private static final int WHOLE_PERMIT = 15;
  private static final int REGION = 6;
  private static final int BIRTH = 14;
  private static final int WHOLE = 18;

  private final LocalDate today;

  IdGroups(String typed, LocalDate today) {
    this.today = today;
    addClassName("yc-groups");
    show(typed);
  }

  void show(String typed) {
    removeAll();
    String number = typed.strip();
    add(Parts.span("yc-num", grouped(number)));
    int whole = permit(number) ? WHOLE_PERMIT : WHOLE;
    if (number.length() >= whole) {
      boolean right = IdNumber.problem(number.toUpperCase(java.util.Locale.ROOT), today).isEmpty();
      var word = Parts.div("yc-note");
      word.add(
          (right ? Light.GREEN : Light.YELLOW).shape(),
          new Span(getTranslation(right ? "form.id-number.right" : "form.id-number.wrong")));
      add(word);
    } else {
      add(Parts.note(getTranslation("form.id-number.more", whole - number.length())));
    }
  }

  /** A foreigner's card of 2017: three letters and twelve digits. */
  private static boolean permit(String number) {
    return !number.isEmpty() && Character.isLetter(number.charAt(0));
  }

  /** 50011919900307123X is 500119 19900307 123X. */
  static String grouped(String number) {
    if (number.length() <= REGION || permit(number)) {
      return number;
    }
    String rest = number.substring(REGION);
    int birth = Math.min(rest.length(), BIRTH - REGION);
    return (number.substring(0, REGION)
            + " "
            + rest.substring(0, birth)
            + " "
            + rest.substring(birth))
        .strip();
  }
}

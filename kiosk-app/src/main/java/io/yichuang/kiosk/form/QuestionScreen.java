package io.yichuang.kiosk.form;

import com.vaadin.flow.component.Component;
import io.yichuang.kiosk.catalogue.AnswerSource;
import io.yichuang.kiosk.catalogue.LocalText;
import io.yichuang.kiosk.catalogue.Question;
import io.yichuang.kiosk.input.KeyboardLayout;
import io.yichuang.kiosk.input.KioskKeyboard;
import io.yichuang.kiosk.journey.Answer;
import io.yichuang.kiosk.journey.Step;
import io.yichuang.kiosk.session.Strokes;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.Actions;
import io.yichuang.kiosk.ui.ChoiceCards;
import io.yichuang.kiosk.ui.DateWheel;
import io.yichuang.kiosk.ui.Entry;
import io.yichuang.kiosk.ui.Hint;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.Masked;
import io.yichuang.kiosk.ui.Prefilled;
import io.yichuang.kiosk.ui.Screen;
import io.yichuang.kiosk.ui.Steps;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One question. A value that is known already is shown with its source, and only has to be let
 * stand.
 */
final class QuestionScreen extends Screen {
  /** No answer of a form is longer; the catalogue bounds each further. */
  private static final int LONGEST = 120;

  private final Question question;
  private final boolean name;
  private final Entry entry;
  private final Step.Ask step;
  private final KioskKeyboard keyboard;
  private final Clock clock;
  private final Turn turn;
  private final IdGroups groups;
  private @Nullable DateWheel wheel;
  private String typed;
  private boolean editing;
  private @Nullable String problem;

  /**
   * A page for a question.
   *
   * @param name whether a person's name answers it
   */
  QuestionScreen(Question question, boolean name, KioskKeyboard keyboard, Clock clock, Turn turn) {
    super("question");
    this.question = question;
    this.name = name;
    this.step = new Step.Ask(question.id());
    this.keyboard = keyboard;
    this.clock = clock;
    this.turn = turn;
    this.entry = new Entry(question.id(), LONGEST, this::typed);
    Answer known = turn.visit().answers().get(question.id());
    this.typed = known == null ? "" : Validity.typed(question.type(), known.value());
    this.groups = new IdGroups(typed, LocalDate.now(clock));
    this.editing = known == null || known.source().equals(AnswerSource.TYPED);
    getElement().setAttribute("data-question", question.id());
  }

  @Override
  protected Steps steps() {
    return Strokes.at(turn, step.phase(), this::getTranslation);
  }

  @Override
  protected @Nullable String eyebrow() {
    return Strokes.eyebrow(turn, step.phase(), this::getTranslation);
  }

  @Override
  protected String title() {
    return words(question.title());
  }

  @Override
  protected @Nullable String sub() {
    LocalText help = question.help();
    return help == null ? null : words(help);
  }

  private String words(LocalText text) {
    return text.in(turn.language());
  }

  @Override
  protected void render() {
    String wrong = problem;
    if (!editing) {
      add(known());
    } else if (question.type() == Question.Type.CHOICE) {
      add(choices());
    } else {
      add(field());
      switch (question.type()) {
        case DATE -> add(wheel());
        case ID_NUMBER -> {
          groups.show(typed);
          add(groups);
        }
        case TEXT, CHOICE, MONEY, NUMBER, PHONE -> {
          // The field is all there is.
        }
      }
    }
    if (wrong != null) {
      add(new Hint(Light.RED, getTranslation(wrong, limitWords()), null));
    }
  }

  /** Begins at what is typed, else today, and writes what it is turned to into the field. */
  private DateWheel wheel() {
    var made =
        new DateWheel(
            date().orElseGet(() -> LocalDate.now(clock)),
            date -> entry.value(date.format(DateTimeFormatter.BASIC_ISO_DATE)));
    wheel = made;
    return made;
  }

  /** What is typed; empty while it is nothing or half of a date. */
  private Optional<LocalDate> date() {
    try {
      return Optional.of(LocalDate.parse(stored()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** A date that is typed whole stands on the wheel too: the next step goes on from it. */
  private void follow() {
    DateWheel there = wheel;
    if (there != null) {
      date().ifPresent(there::show);
    }
  }

  private Object[] limitWords() {
    Integer least = question.minimum() == null ? question.minLength() : question.minimum();
    Integer most = question.maximum() == null ? question.maxLength() : question.maximum();
    double scale = question.type() == Question.Type.MONEY ? 100 : 1;
    return new Object[] {
      least == null ? 0 : least / scale, most == null ? 0 : most / scale, words(question.label())
    };
  }

  /** What is known, who knows it, and a key to say that it is wrong. */
  private Prefilled known() {
    Answer answer = turn.visit().answers().get(question.id());
    String source = source(answer == null ? AnswerSource.TYPED : answer.source());
    String label = words(question.label());
    String value = stored();
    var correct = new Action("correct", getTranslation("form.correct"), this::correct);
    return switch (question.type()) {
      case PHONE -> Prefilled.masked(label, Masked.phone(value), () -> value, source, correct);
      case ID_NUMBER -> Prefilled.masked(label, Masked.id(value), () -> value, source, correct);
      case TEXT, CHOICE, DATE, MONEY, NUMBER ->
          new Prefilled(
              label,
              Shown.value(question, value, turn.language(), this::getTranslation),
              source,
              correct);
    };
  }

  private String source(AnswerSource source) {
    var prefill = question.prefill();
    return source.shared() && prefill != null && prefill.from() != null
        ? getTranslation("form.source.shared", words(prefill.from()))
        : getTranslation("form.source." + source.name());
  }

  private void correct() {
    editing = true;
    refresh();
  }

  private ChoiceCards choices() {
    var cards =
        question.choices().stream()
            .map(option ->
                new ChoiceCards.Choice(
                    option.value(),
                    null,
                    words(option.label()),
                    option.note() == null ? null : words(option.note())))
            .toList();
    return new ChoiceCards(
        cards,
        typed.isEmpty() ? null : typed,
        chosen -> {
          typed = chosen;
          problem = null;
          refreshActions();
        });
  }

  private Entry field() {
    LocalText example = question.example();
    LocalText unit = question.unit();
    entry.show(
        words(question.label()),
        example == null ? null : getTranslation("form.example", words(example)),
        typed);
    return unit == null ? entry : entry.unit(words(unit));
  }

  private void typed(String value) {
    typed = value;
    problem = null;
    groups.show(value);
    follow();
    turn.touched();
  }

  @Override
  protected @Nullable Component keyboard() {
    if (!editing || question.type() == Question.Type.CHOICE) {
      return null;
    }
    keyboard.setLayout(
        switch (question.type()) {
          case TEXT -> name ? KeyboardLayout.NAME : KeyboardLayout.TEXT;
          case ID_NUMBER -> KeyboardLayout.ID_NUMBER;
          case DATE, MONEY, NUMBER, PHONE, CHOICE -> KeyboardLayout.DIGITS;
        });
    return keyboard;
  }

  @Override
  protected Actions actions() {
    var go =
        new Action("next", getTranslation(editing ? "form.next" : "form.right"), this::next)
            .onlyIf(question.type() != Question.Type.CHOICE || !typed.isEmpty());
    return question.required()
        ? Actions.none().go(go)
        : Actions.quiet(new Action("skip", getTranslation("form.skip"), this::skip).binds()).go(go);
  }

  private String stored() {
    return Validity.stored(question.type(), typed);
  }

  private void next() {
    var values = new HashMap<String, String>();
    turn.visit().journey().counting().forEach((id, answer) -> values.put(id, answer.value()));
    Optional<String> wrong = Validity.problem(question, stored(), values, LocalDate.now(clock));
    if (wrong.isPresent()) {
      problem = wrong.get();
      editing = true;
      refresh();
      return;
    }
    Answer before = turn.visit().answers().get(question.id());
    keep(
        before != null && before.value().equals(stored())
            ? new Answer(stored(), before.source(), before.fetchedAt(), true)
            : new Answer(stored(), AnswerSource.TYPED, null, true));
  }

  private void skip() {
    keep(new Answer("", AnswerSource.TYPED, null, true));
  }

  private void keep(Answer answer) {
    turn.visit().answer(question.id(), answer);
    turn.proceed(step);
  }

  @Override
  public boolean keepsDraft() {
    return true;
  }

  @Override
  protected Runnable back() {
    return turn.back(step);
  }
}

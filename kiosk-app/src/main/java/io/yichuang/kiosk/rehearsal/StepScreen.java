package io.yichuang.kiosk.rehearsal;

import io.yichuang.kiosk.catalogue.ServiceItem;
import io.yichuang.kiosk.journey.Step;
import io.yichuang.kiosk.session.Strokes;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Screen;
import io.yichuang.kiosk.ui.Steps;
import org.jspecify.annotations.Nullable;

/** A step of a rehearsed journey: it looks and goes on like the real one. */
abstract class StepScreen extends Screen {
  final Turn turn;
  private final Step step;

  StepScreen(String id, Step step, Turn turn) {
    super(id);
    this.step = step;
    this.turn = turn;
  }

  final ServiceItem item() {
    return turn.visit().item().orElseThrow();
  }

  final void proceed() {
    turn.proceed(step);
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
  public boolean keepsDraft() {
    return true;
  }

  @Override
  protected @Nullable Runnable back() {
    return turn.back(step);
  }
}

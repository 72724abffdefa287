package io.yichuang.kiosk.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.same;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What became of something slow reaches the page that asked, or is let go of: one of both, once.
 */
class PageThreadTest {
  private static final long TURN = 7;

  private final KioskView view = mock();
  private final UI window = mock();
  private final PageThread page = new PageThread(view);

  private final BlockingQueue<String> came = new LinkedBlockingQueue<>();
  private boolean windowGone;
  private boolean pageShown = true;

  @BeforeEach
  void open() {
    when(view.is(TURN)).thenReturn(true);
    when(window.accessLater(any(SerializableRunnable.class), any(SerializableRunnable.class)))
        .thenAnswer(call ->
            (SerializableRunnable)
                () -> call.<SerializableRunnable>getArgument(windowGone ? 1 : 0).run());
    page.open(window);
  }

  @Test
  void a_result_reaches_the_page_that_asked_for_it() throws Exception {
    assertThat(work(() -> "photo")).isEqualTo("then photo");
  }

  @Test
  void vision_that_stays_in_native_code_holds_no_carrier_of_those_who_answer_the_browser()
      throws Exception {
    assertThat(work(() -> Thread.currentThread().isVirtual() ? "virtual" : "its own"))
        .isEqualTo("then its own");
  }

  @Test
  void a_result_for_a_page_that_was_left_is_let_go_of() throws Exception {
    pageShown = false;

    assertThat(work(() -> "photo")).isEqualTo("late photo");
  }

  @Test
  void a_result_for_a_citizen_who_has_gone_is_let_go_of() throws Exception {
    when(view.is(TURN)).thenReturn(false);

    assertThat(work(() -> "face")).isEqualTo("late face");
  }

  @Test
  void a_result_for_a_window_that_was_closed_is_let_go_of() throws Exception {
    windowGone = true;

    assertThat(work(() -> "face")).isEqualTo("late face");
  }

  @Test
  void a_mistake_of_ours_ends_the_turn_in_plain_words_and_leaves_nothing_to_let_go_of() {
    var broken = new IllegalStateException("made up");

    start(() -> {
      throw broken;
    });

    verify(view, timeout(10_000)).mistake(anyString(), same(broken));
    assertThat(came).isEmpty();
  }

  @Test
  void a_mistake_that_comes_after_the_end_is_nobody_s_any_more() throws Exception {
    when(view.is(TURN)).thenReturn(false);
    start(() -> {
      throw new IllegalStateException("made up");
    });

    assertThat(work(() -> "next")).isEqualTo("late next");
    verify(view, never()).mistake(anyString(), any());
  }

  private String work(Callable<String> slow) throws InterruptedException {
    start(slow);
    String first = came.poll(10, TimeUnit.SECONDS);
    assertThat(List.copyOf(came)).isEmpty();
    return String.valueOf(first);
  }

  private void start(Callable<String> slow) {
    page.work(
        TURN,
        slow,
        () -> pageShown,
        result -> came.add("then " + result),
        result -> came.add("late " + result));
  }
}

package io.yichuang.kiosk.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.yichuang.kiosk.session.EndReason;
import io.yichuang.kiosk.session.TurnEnded;
import io.yichuang.kiosk.session.Turns;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LivePicturesTest {
  private static final byte[] PAGE = {(byte) 0xFF, (byte) 0xD8, 1, 2, 3};
  private static final long TURN = 7;

  private final Turns turns = mock(Turns.class);
  private final LivePictures pictures = new LivePictures(turns);

  @BeforeEach
  void somebodyIsThere() {
    when(turns.current(TURN)).thenReturn(true);
  }

  private MockHttpServletResponse asked(String address) throws Exception {
    var request = new MockHttpServletRequest("GET", "/" + address);
    request.setPathInfo(address.substring("live".length()));
    var response = new MockHttpServletResponse();
    new LivePictures.Registration()
        .livePicturesServlet(pictures)
        .getServlet()
        .service(request, response);
    return response;
  }

  @Test
  void a_picture_is_given_once_and_kept_nowhere() throws Exception {
    String address = pictures.still(PAGE, TURN);
    var first = asked(address);
    // Behind it nothing but zeros, so that none of it stays in the web server's buffers.
    assertThat(first.getContentAsByteArray())
        .isEqualTo(Arrays.copyOf(PAGE, PAGE.length + LivePictures.RINSE));
    assertThat(first.getContentType()).isEqualTo("image/jpeg");
    assertThat(first.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(asked(address).getStatus()).isEqualTo(404);
  }

  @Test
  void an_address_is_not_guessed_from_another() {
    assertThat(pictures.still(PAGE, TURN)).isNotEqualTo(pictures.still(PAGE, TURN)).hasSize(37);
  }

  @Test
  void after_the_turn_an_address_is_dead() throws Exception {
    String address = pictures.still(PAGE, TURN);
    pictures.ended(new TurnEnded(TURN, EndReason.FINISHED));
    assertThat(asked(address).getStatus()).isEqualTo(404);
  }

  @Test
  void an_address_of_an_earlier_citizen_is_dead_before_anybody_cleared_it() throws Exception {
    String address = pictures.still(PAGE, TURN);
    when(turns.current(TURN)).thenReturn(false);
    assertThat(asked(address).getStatus()).isEqualTo(404);
  }

  @Test
  void what_was_never_given_out_is_not_there() throws Exception {
    assertThat(asked("live/0123").getStatus()).isEqualTo(404);
    assertThat(asked("live").getStatus()).isEqualTo(404);
  }
}

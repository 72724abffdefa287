package io.yichuang.vision.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class SealsTest {

  @Test
  void a_round_red_stamp_over_print_is_found_where_it_stands() throws Exception {
    var seals = Seals.find(Printed.text(110, 36, 3).sealed(0.65, 0.4).bytes("jpg"));
    assertThat(seals).hasSize(1);
    assertThat(seals.getFirst().x()).isCloseTo(0.65, within(0.01));
    assertThat(seals.getFirst().y()).isCloseTo(0.4, within(0.01));
    assertThat(seals.getFirst().diameter() * 297).isCloseTo(41, within(3.0));
  }

  @Test
  void two_stamps_are_two() throws Exception {
    var page = Printed.text(110, 10, 3).sealed(0.3, 0.6).sealed(0.7, 0.6);
    assertThat(Seals.find(page.bytes("jpg"))).hasSize(2);
  }

  @Test
  void neither_red_print_nor_a_blue_ring_nor_a_red_box_is_a_seal() throws Exception {
    assertThat(Seals.find(Printed.text(110, 36, 3).bytes("jpg"))).isEmpty();
    var page = Printed.text(110, 5, 3);
    var g = Printed.pen(page.image());
    g.setColor(new Color(200, 20, 30));
    g.setFont(g.getFont().deriveFont(60f));
    g.drawString("RED HEADING OF A FORM", 80, 500);
    g.setStroke(new java.awt.BasicStroke(6));
    g.drawRect(300, 700, 160, 160);
    g.setColor(new Color(20, 40, 200));
    g.drawOval(300, 1000, 160, 160);
    g.dispose();
    assertThat(Seals.find(page.bytes("jpg"))).isEmpty();
  }
}

package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A name that nobody can spell, and an address that is chosen. */
@Tag("browser")
class RareNameIT {
  @RegisterExtension static final Terminal terminal = Terminal.shared();

  @Test
  void a_rare_character_is_typed_by_its_parts_and_by_its_number_and_is_seen() {
    terminal.start();
    terminal.tap("search");
    terminal.screen("search");
    terminal.tap("key-hand");
    terminal.tap("key-rare");
    terminal.type("longtian");
    take("䶮");
    terminal.type("2cb4e");
    terminal.shot("keyboard-rare");
    take("𬭎");
    assertThat(value()).isEqualTo("䶮𬭎");
    // Neither is in the slices of the screen's font: the paper's font has come.
    terminal.page.waitForFunction(
        "() => [...document.fonts].some(font => font.family.includes('Yichuang Rare')"
            + " && !font.family.includes('Rarest') && font.status === 'loaded')");
  }

  @Test
  void a_town_is_chosen_from_this_county_downwards() {
    terminal.start();
    terminal.tap("search");
    terminal.screen("search");
    terminal.tap("key-region");
    take("重庆市南川区");
    terminal.page.waitForSelector("kiosk-keyboard :text('西城街道')");
    terminal.shot("keyboard-region");
    take("西城街道");
    assertThat(value()).isEqualTo("重庆市南川区西城街道");
    terminal.action("key-q").waitFor(); // the letters are back
  }

  private static void take(String text) {
    terminal.page.locator(".kb-candidate:has-text('" + text + "')").first().tap();
    terminal.page.waitForFunction(
        "text => document.querySelector('.yc-field').value.endsWith(text)", text);
  }

  private static String value() {
    return String.valueOf(
        terminal.page.evaluate("() => document.querySelector('.yc-field').value"));
  }
}

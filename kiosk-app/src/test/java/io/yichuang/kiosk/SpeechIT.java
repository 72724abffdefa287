package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A blind person finishes alone: by six keys and by what is said. */
@Tag("browser")
class SpeechIT {
  private static final String PERSON = "wang-xiaoying";

  @RegisterExtension static final Terminal terminal = Terminal.shared();

  @Test
  void a_certificate_is_fetched_by_six_keys_and_by_ear() {
    var ear = new Listener(terminal.page);
    ear.ok();
    ear.hear("语音开始");
    ear.choose("轻触屏幕，开始办事");
    ear.hear("办，是申请和交费");
    ear.choose("社会保险参保证明打印");
    ear.hear("先听清楚要什么");
    ear.choose("开始办");
    ear.hear("请把身份证放在读卡区");
    terminal.layCard(PERSON);
    terminal.page.waitForFunction("() => !document.querySelector('[data-action=way-card]')");
    ear.choose("收短信验证码");
    ear.hear("验证码会发到您的手机");
    ear.choose("发验证码");
    ear.hear("短信里的6位数字是多少");
    terminal.page.waitForSelector("[data-field='sms-code']");
    for (String digit : terminal.lastSmsCode().split("")) {
      ear.choose(digit + " 按键");
    }
    ear.find("验证码 已填6个字");
    assertThat(ear.said()).doesNotContain(terminal.lastSmsCode());
    ear.choose("填好了");
    ear.hear("要打印多长时间的");
    ear.choose("最近12个月");
    ear.hear("已选");
    ear.choose("下一题");
    ear.hear("请核对一遍");
    ear.choose("打印");
    ear.hear("请拿好纸和证件");
    terminal.page.waitForSelector("[data-paper='out']");
    assertThat(terminal.simulators.pagePrinter().output()).hasSize(1);
    ear.choose("办完了");
    terminal.screen("standby");

    // Nothing personal was said aloud: there is no headset.
    String code = String.valueOf(terminal.onlyCase().get("code"));
    assertThat(ear.heard)
        .noneMatch(said -> said.contains("王小英") || said.contains(code))
        .noneMatch(said -> said.contains("50011919840612002"));
    // The next one finds an ordinary screen.
    assertThat(terminal.page.getAttribute("html", "class")).doesNotContain("speech");
  }

  @Test
  void the_glass_goes_dark_and_the_voice_goes_on() {
    var ear = new Listener(terminal.page);
    ear.ok();
    ear.hear("语音开始");
    ear.choose("轻触屏幕，开始办事");
    ear.hear("办，是申请和交费");
    ear.choose("声音");
    ear.hear("声音");
    ear.choose("关上屏幕");
    ear.hear("办，是申请和交费");
    byte[] dark = terminal.page.screenshot();
    assertThat(brightest(dark)).isZero();
    ear.choose("社会保险参保证明打印");
    ear.hear("先听清楚要什么");
    terminal.page.keyboard().press("ArrowLeft");
    ear.hear("办，是申请和交费");
    ear.help();
    ear.hear("找人帮忙");
  }

  private static int brightest(byte[] png) {
    try {
      var image = ImageIO.read(new ByteArrayInputStream(png));
      int most = 0;
      for (int y = 0; y < image.getHeight(); y += 8) {
        for (int x = 0; x < image.getWidth(); x += 8) {
          int rgb = image.getRGB(x, y);
          most = Math.max(most, Math.max(rgb >> 16 & 255, Math.max(rgb >> 8 & 255, rgb & 255)));
        }
      }
      return most;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

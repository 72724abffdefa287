package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A blind person finishes alone: by six keys and by what is said. */
@Tag("browser")
class SpeechIT {
  private static final String PERSON = "wang-xiaoying";

  /** Keeps how long each recording is that is played. */
  private static final String LISTEN =
      """
      () => {
        window.sounds = [];
        const decode = AudioContext.prototype.decodeAudioData;
        AudioContext.prototype.decodeAudioData = function (bytes) {
          window.sounds.push(bytes.byteLength);
          return decode.call(this, bytes);
        };
      }
      """;

  private static final String SOUNDED =
      """
      async text => {
        const index = await (await fetch('/kiosk/voice/zh.json')).json();
        return [...text].every(one => window.sounds.includes(index[one][1]));
      }
      """;

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
    ear.type(terminal.lastSmsCode());
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

  /** The longest journey: typed, scanned and signed without a look or a finger on the glass. */
  @Test
  void a_lease_is_registered_by_six_keys_and_by_ear() {
    terminal.page.evaluate(LISTEN);
    var ear = new Listener(terminal.page);
    ear.ok();
    ear.hear("语音开始");
    ear.choose("轻触屏幕，开始办事");
    ear.hear("办，是申请和交费");
    ear.choose("房屋租赁登记备案");
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
    ear.type(terminal.lastSmsCode());
    ear.choose("填好了");
    ear.hear("您是租房的");
    ear.choose("我来租房");
    ear.hear("已选");
    ear.choose("下一题");
    ear.hear("对方叫什么名字");
    ear.type("zhangwei");
    ear.find("张伟");
    terminal.page.waitForFunction(SOUNDED, "张伟"); // which no recording has as a word
    ear.choose("张伟");
    ear.choose("下一题");
    ear.hear("对方的证件号码是多少");
    ear.type(Visitor.withCheckDigit(Visitor.OTHER_PARTY).toUpperCase(Locale.ROOT));
    ear.choose("下一题");
    ear.hear("租的房子在哪里");
    ear.choose("对，下一题");
    ear.hear("每月租金多少钱");
    ear.type("900");
    ear.choose("下一题");
    ear.hear("从哪天开始租");
    ear.type("20261201");
    ear.choose("下一题");
    ear.hear("租到哪天为止");
    ear.type("20271130");
    ear.choose("下一题");
    ear.hear("办好了，短信发到哪里");
    ear.choose("对，下一题");
    terminal.screen("materials");
    terminal.action("feed-lease").waitFor();
    ear.choose("放进扫描仪");
    terminal.screen("feeder");
    terminal.simulators.scanner().load(terminal.lease(), "lease");
    ear.choose("放好了，开始扫");
    terminal.screen("review");
    ear.choose("清楚，就用这些");
    terminal.screen("materials");
    terminal.page.waitForSelector("[data-action='next']:not([disabled])");
    ear.choose("都齐了，下一步");
    ear.hear("请看一遍，再签名");
    ear.choose("都对，去签名");
    ear.choose("我不写字，按这里代替签名");
    ear.choose("签好了，提交");
    ear.hear("请拿好");
    terminal.page.waitForSelector("[data-paper='out']");
    assertThat(terminal.onlyCase().get("item")).isEqualTo("FW-ZL-01");
    ear.choose("办完了");
    terminal.screen("standby");
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

package io.yichuang.device.receipt;

import io.yichuang.device.Call;
import io.yichuang.device.JobId;
import io.yichuang.device.Outcome;
import io.yichuang.device.Receipt;
import io.yichuang.device.SelfTest;
import java.util.List;

/** Prints every element once and cuts; the technician looks at the paper. */
record PrintTest(EscPosReceiptPrinter printer) implements SelfTest {
  private static final Receipt PAGE =
      new Receipt(
          List.of(
              new Receipt.Text("打印自检", Receipt.Align.CENTRE, Receipt.Size.DOUBLE, true),
              new Receipt.Rule(false),
              new Receipt.Pair("左", "右", false),
              new Receipt.Hanging("标签", "0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZ 汉字汉字汉字"),
              new Receipt.Band("反白", "OK"),
              new Receipt.Qr("https://self-test.invalid/1"),
              new Receipt.Rule(true)));

  @Override
  public String name() {
    return "print-and-cut";
  }

  @Override
  public Outcome<Verdict> run(Call call) {
    return printer
        .print(PAGE, new JobId("self-test"), call)
        .map(printed -> new Verdict(true, "expected the answer after the cut; it came"));
  }
}

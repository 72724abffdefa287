package io.yichuang.simulator.paper;

/**
 * What is written in a lease. All invented; texts as they stand on the paper.
 *
 * @param number the contract's own number
 * @param landlord name of party A, {@code landlordNumber} that of the identity document
 * @param tenant name of party B, likewise
 * @param place address of the flat
 * @param area square metres
 * @param from first day, such as 2026年12月1日
 * @param to last day
 * @param rent yuan a month
 * @param deposit yuan
 * @param signed date of the signatures
 */
public record Lease(
    String number,
    String landlord,
    String landlordNumber,
    String tenant,
    String tenantNumber,
    String place,
    String area,
    String from,
    String to,
    String rent,
    String deposit,
    String signed) {

  /** Between two parties, the rest invented. */
  public static Lease between(
      String landlord, String landlordNumber, String tenant, String tenantNumber) {
    return new Lease(
        "YC-2026-0117",
        landlord,
        landlordNumber,
        tenant,
        tenantNumber,
        "重庆市南川区示例街道示范路18号2幢3单元5-2",
        "78.60",
        "2026年12月1日",
        "2027年11月30日",
        "1500.00",
        "1500.00",
        "2026年11月20日");
  }

  String fill(String template) {
    return template
        .replace("{number}", number)
        .replace("{landlord}", landlord)
        .replace("{landlordNumber}", landlordNumber)
        .replace("{tenant}", tenant)
        .replace("{tenantNumber}", tenantNumber)
        .replace("{place}", place)
        .replace("{area}", area)
        .replace("{from}", from)
        .replace("{to}", to)
        .replace("{rent}", rent)
        .replace("{deposit}", deposit);
  }

  @Override
  public String toString() {
    return "Lease[" + number + "]";
  }
}

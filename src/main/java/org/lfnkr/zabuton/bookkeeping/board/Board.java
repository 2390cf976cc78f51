package org.lfnkr.zabuton.bookkeeping.board;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import org.lfnkr.zabuton.bookkeeping.board.Cell.Origin;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the lots say of some days, beside what the journal says of them.
 *
 * @param journal of income, tax, fees and losses
 * @param shifts what lies in another fund than the one that it came to
 */
record Board(List<Cell> cells, List<Booked> journal, List<Shift> shifts) {

    /** The accounts of which the lots are. */
    private static final List<String> OF_LOTS =
            List.of(Account.SALES.code(), Account.DONATIONS.code(), Account.CONSUMPTION_TAX.code());

    /** A part of the sales, such as a product or a means of payment. */
    record Group(String name, List<Cell> cells) {

        public Money of(Step step) {
            return Money.yen(step.of(cells));
        }

        /** What payers paid and did not get back. */
        public Money kept() {
            return Money.yen(cells.stream().mapToLong(Cell::yen).sum());
        }
    }

    public Money of(Step step) {
        return Money.yen(step.of(cells));
    }

    /** What a last step brings each fund, by the fund's code. */
    public Map<String, Money> funds(Step step) {
        return groups(cells, Cell::fund).stream()
                .filter(fund -> step.of(fund.cells()) != 0)
                .collect(
                        TreeMap::new,
                        (funds, fund) -> funds.put(fund.name(), fund.of(step)),
                        Map::putAll);
    }

    public List<Group> products() {
        return groups(cells.stream().filter(cell -> !cell.sku().isEmpty()).toList(), Cell::sku);
    }

    public List<Group> means() {
        return groups(cells, Cell::means);
    }

    /** Gifts with an order, once, and by a plan. */
    public Money gifts(String origin) {
        List<Cell> gifts =
                cells.stream()
                        .filter(Cell::isGift)
                        .filter(cell -> cell.origin() == Origin.valueOf(origin))
                        .toList();
        return new Group(origin, gifts).kept();
    }

    private static List<Group> groups(Collection<Cell> cells, Function<Cell, String> by) {
        return cells.stream().collect(groupingBy(by, TreeMap::new, toList())).entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    /**
     * Yen by which the journal differs on the accounts of which the lots are; zero as it must. What
     * one fund got of another's it has from it: such shifts add up to nothing on each account.
     */
    public Money difference() {
        Map<String, Long> rest = new TreeMap<>();
        cells.forEach(cell -> rest.merge(place(cell), cell.yen(), Long::sum));
        journal.stream()
                .filter(line -> OF_LOTS.contains(line.account()))
                .forEach(
                        line ->
                                rest.merge(
                                        line.account() + "/" + line.fund(), line.yen(), Long::sum));
        shifts.forEach(
                shift -> {
                    rest.merge(shift.account() + "/" + shift.fund(), shift.yen(), Long::sum);
                    rest.merge(shift.account() + " that came from nowhere", shift.yen(), Long::sum);
                });
        return Money.yen(rest.values().stream().mapToLong(Math::abs).sum());
    }

    /** Funds that got or gave what had come to another. */
    public Set<String> shifted() {
        return shifts.stream().map(Shift::fund).collect(toCollection(TreeSet::new));
    }

    /** What a fund got so; below zero what it gave. */
    public Money shifted(String fund, Shift.Why why) {
        return Money.yen(
                shifts.stream()
                        .filter(shift -> shift.fund().equals(fund) && shift.why() == why)
                        .mapToLong(Shift::yen)
                        .sum());
    }

    /** Where the journal has it. */
    private static String place(Cell cell) {
        return switch (cell.kind()) {
            case TAX -> Account.CONSUMPTION_TAX.code() + "/";
            case GIFT, GIFT_FEE -> Account.DONATIONS.code() + "/" + cell.fund();
            case SALE_FEE, SHIPPING, COSTS, PROFIT -> Account.SALES.code() + "/" + cell.fund();
        };
    }

    /** What the journal has on an expense: what the organisation really paid. */
    public Money expense(String account) {
        return Money.yen(
                journal.stream()
                        .filter(line -> line.account().equals(account))
                        .collect(summingLong(Booked::yen)));
    }
}

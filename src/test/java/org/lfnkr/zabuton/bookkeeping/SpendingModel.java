package org.lfnkr.zabuton.bookkeeping;

import org.lfnkr.zabuton.bookkeeping.Pieces.Piece;
import org.lfnkr.zabuton.ledger.Fund;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * What the books should say of lots that are spent, moved, brought back and given back: the rule of
 * {@link Pieces} and nothing else, so that the database can be held against it.
 */
final class SpendingModel {

    private final List<OneLot> lots = new ArrayList<>();
    private final Map<Integer, Disbursement> disbursements = new TreeMap<>();

    /** What entries have moved in each fund, Operations by losses only. */
    private final Map<Fund, Long> journal = new TreeMap<>();

    /** By numbers of returns, what each fund got by them and may not let go yet. */
    private final Map<Integer, Map<Fund, Long>> expected = new TreeMap<>();

    /** The same of returns that a row of the bank is said to have brought. */
    private final Map<Integer, Map<Fund, Long>> arrived = new TreeMap<>();

    private static final class OneLot {
        private Pieces pieces;
        private long gone;

        OneLot(Fund home, long yen) {
            pieces = new Pieces(List.of(new Piece(home, yen, 0)));
        }

        void change(int piece, long came, long consumed) {
            List<Piece> all = new ArrayList<>(pieces.all());
            Piece old = all.get(piece);
            all.set(piece, new Piece(old.fund(), old.came() + came, old.consumed() + consumed));
            pieces = new Pieces(all);
        }

        void add(Fund fund, long yen) {
            List<Piece> all = new ArrayList<>(pieces.all());
            all.add(new Piece(fund, yen, 0));
            pieces = new Pieces(all);
        }
    }

    private record Place(int lot, int piece) {}

    private record Disbursement(Fund fund, Map<Place, Long> taken) {

        long yen() {
            return taken.values().stream().mapToLong(yen -> yen).sum();
        }
    }

    SpendingModel copy() {
        SpendingModel copy = new SpendingModel();
        lots.forEach(
                lot -> {
                    OneLot same = new OneLot(lot.pieces.all().getFirst().fund(), 0);
                    same.pieces = lot.pieces;
                    same.gone = lot.gone;
                    copy.lots.add(same);
                });
        disbursements.forEach(
                (id, it) ->
                        copy.disbursements.put(
                                id, new Disbursement(it.fund(), new LinkedHashMap<>(it.taken()))));
        copy.journal.putAll(journal);
        copy.expected.putAll(expected);
        copy.arrived.putAll(arrived);
        return copy;
    }

    /** Gives the lot's number. */
    int come(Fund fund, long yen) {
        lots.add(new OneLot(fund, yen));
        post(fund, yen);
        return lots.size() - 1;
    }

    /** More of a lot goes back to its payer, or below zero comes again. */
    void go(int lot, long yen) {
        OneLot it = lots.get(lot);
        Map<Fund, Long> before = it.pieces.funds(it.gone);
        it.gone += yen;
        postGains(before, it);
    }

    private void postGains(Map<Fund, Long> before, OneLot lot) {
        lot.pieces.funds(lot.gone).forEach(this::post);
        before.forEach((fund, yen) -> post(fund, -yen));
    }

    private void post(Fund fund, long yen) {
        journal.merge(fund, yen, Long::sum);
    }

    /** Oldest first; nothing where there is too little. */
    boolean spend(int disbursement, Fund fund, long yen) {
        Map<Place, Long> taken = oldest(fund, yen);
        if (sum(taken) < yen) {
            return false;
        }
        taken.forEach((place, of) -> lots.get(place.lot()).change(place.piece(), 0, of));
        disbursements.put(disbursement, new Disbursement(fund, taken));
        post(fund, -yen);
        return true;
    }

    private Map<Place, Long> oldest(Fund fund, long yen) {
        Map<Place, Long> taken = new LinkedHashMap<>();
        long passed = expected(fund);
        long missing = yen;
        for (int i = 0; i < lots.size(); i++) {
            OneLot lot = lots.get(i);
            long[] unspent = lot.pieces.unspent(lot.gone);
            for (int j = 0; j < unspent.length && missing > 0; j++) {
                if (lot.pieces.all().get(j).fund().equals(fund)) {
                    long stays = Math.clamp(passed, 0, unspent[j]);
                    long takes = Math.min(unspent[j] - stays, missing);
                    passed -= stays;
                    missing -= takes;
                    if (takes > 0) {
                        taken.put(new Place(i, j), takes);
                    }
                }
            }
        }
        return taken;
    }

    /** What may leave a fund. */
    long free(Fund fund) {
        return Math.max(0, unspent(fund) - expected(fund));
    }

    private long expected(Fund fund) {
        return expected.values().stream().mapToLong(got -> got.getOrDefault(fund, 0L)).sum();
    }

    /**
     * The bank has not told of a return yet.
     *
     * @param before what entries had moved in each fund before it
     */
    void expect(int number, Map<Fund, Long> before) {
        Map<Fund, Long> got = new HashMap<>(journal);
        before.forEach((fund, yen) -> got.merge(fund, -yen, Long::sum));
        expected.put(number, got);
    }

    /** The one that is expected longest; zero where none is. */
    int arrive() {
        if (expected.isEmpty()) {
            return 0;
        }
        int number = Collections.min(expected.keySet());
        arrived.put(number, Objects.requireNonNull(expected.remove(number)));
        return number;
    }

    /** The one that arrived last; zero where none has. */
    int arrived() {
        return arrived.isEmpty() ? 0 : Collections.max(arrived.keySet());
    }

    /** The row was of something else; not where a fund has spent since what it got. */
    boolean awaitAgain(int number) {
        Map<Fund, Long> got = Objects.requireNonNull(arrived.get(number));
        boolean may =
                got.entrySet().stream()
                        .filter(it -> it.getValue() > 0 && !Fund.OPERATIONS.equals(it.getKey()))
                        .allMatch(
                                it ->
                                        unspent(it.getKey()) - expected(it.getKey())
                                                >= it.getValue());
        if (may) {
            expected.put(number, Objects.requireNonNull(arrived.remove(number)));
        }
        return may;
    }

    /** Newest first; nothing where less is spent. */
    boolean bringBack(int disbursement, long yen) {
        Disbursement it = Objects.requireNonNull(disbursements.get(disbursement));
        if (it.yen() < yen) {
            return false;
        }
        List<Place> newest = new ArrayList<>(it.taken().keySet());
        Collections.reverse(newest);
        long missing = yen;
        Map<Integer, Map<Fund, Long>> before = new HashMap<>();
        for (Place place : newest) {
            long back = Math.min(missing, it.taken().getOrDefault(place, 0L));
            OneLot lot = lots.get(place.lot());
            before.putIfAbsent(place.lot(), lot.pieces.funds(lot.gone));
            lot.change(place.piece(), 0, -back);
            it.taken().merge(place, -back, Long::sum);
            missing -= back;
        }
        it.taken().values().removeIf(none -> none == 0);
        before.forEach((lot, funds) -> postGains(funds, lots.get(lot)));
        return true;
    }

    /** Oldest first; nothing where there is too little. */
    boolean move(Fund from, Fund to, long yen) {
        Map<Place, Long> taken = oldest(from, yen);
        if (sum(taken) < yen) {
            return false;
        }
        taken.forEach(
                (place, of) -> {
                    OneLot lot = lots.get(place.lot());
                    Map<Fund, Long> before = lot.pieces.funds(lot.gone);
                    lot.change(place.piece(), -of, 0);
                    lot.add(to, of);
                    postGains(before, lot);
                });
        return true;
    }

    private static long sum(Map<Place, Long> taken) {
        return taken.values().stream().mapToLong(yen -> yen).sum();
    }

    Map<Fund, Long> journal() {
        return Map.copyOf(journal);
    }

    long journal(Fund fund) {
        return journal.getOrDefault(fund, 0L);
    }

    long unspent(Fund fund) {
        return lots.stream().mapToLong(lot -> unspent(lot, fund)).sum();
    }

    private static long unspent(OneLot lot, Fund fund) {
        long[] unspent = lot.pieces.unspent(lot.gone);
        long sum = 0;
        for (int i = 0; i < unspent.length; i++) {
            sum += lot.pieces.all().get(i).fund().equals(fund) ? unspent[i] : 0;
        }
        return sum;
    }

    long loss() {
        return lots.stream().mapToLong(lot -> lot.pieces.loss(lot.gone)).sum();
    }

    long loss(int lot) {
        return lots.get(lot).pieces.loss(lots.get(lot).gone);
    }

    long consumed(int lot) {
        return lots.get(lot).pieces.consumed();
    }

    long cover(int lot, Fund fund) {
        return lots.get(lot).pieces.cover(fund, lots.get(lot).gone);
    }

    long left(int lot) {
        return LongStream.of(lots.get(lot).pieces.unspent(lots.get(lot).gone)).sum();
    }

    long spent(int disbursement) {
        return Objects.requireNonNull(disbursements.get(disbursement)).yen();
    }

    int lots() {
        return lots.size();
    }

    List<Integer> disbursements() {
        return List.copyOf(disbursements.keySet());
    }

    /** Everything that the books say, for comparison. */
    String standing() {
        StringBuilder all = new StringBuilder();
        for (OneLot lot : lots) {
            all.append(lot.pieces.all())
                    .append(' ')
                    .append(lot.gone)
                    .append(LongStream.of(lot.pieces.unspent(lot.gone)).boxed().toList())
                    .append(lot.pieces.loss(lot.gone))
                    .append('\n');
        }
        return all.append(journal).toString();
    }

    /** What must hold whatever happened; empty when all is well. */
    List<String> violations(List<Fund> purposes) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < lots.size(); i++) {
            OneLot lot = lots.get(i);
            long net = lot.pieces.came() - lot.gone;
            if (left(i) - loss(i) != net - lot.pieces.consumed()) {
                found.add("lot " + i + " has gained or lost yen");
            }
            if (LongStream.of(lot.pieces.unspent(lot.gone)).anyMatch(yen -> yen < 0)) {
                found.add("lot " + i + " is below zero");
            }
            if (loss(i) > 0 && left(i) > 0) {
                found.add("lot " + i + " charges Operations while money lies unspent");
            }
        }
        for (Fund fund : purposes) {
            if (journal(fund) != unspent(fund)) {
                found.add(fund + " has " + journal(fund) + ", its lots " + unspent(fund));
            }
        }
        if (journal(Fund.OPERATIONS) != -loss()) {
            found.add("Operations bore " + -journal(Fund.OPERATIONS) + ", lost are " + loss());
        }
        long spent = disbursements.values().stream().mapToLong(Disbursement::yen).sum();
        long consumed = lots.stream().mapToLong(lot -> lot.pieces.consumed()).sum();
        if (spent != consumed) {
            found.add("disbursements have " + spent + ", lots gave " + consumed);
        }
        return found;
    }
}

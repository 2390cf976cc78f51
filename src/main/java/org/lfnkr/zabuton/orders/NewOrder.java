package org.lfnkr.zabuton.orders;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Columns;
import org.lfnkr.zabuton.payments.NewPayment;
import org.lfnkr.zabuton.stock.StockLine;

import java.util.List;
import java.util.Map;

/**
 * An order about to be written, with all that is written with it.
 *
 * @param fingerprint with the attempt what makes it unique
 * @param timing null where nothing was wished and nothing is made to order
 * @param newcomer the buyer, where nobody was met with their address; null otherwise
 * @param master the number of the master key that wraps the newcomer's; null otherwise
 * @param agreed null without a gift
 * @param boxes what the vault keeps of the buyer, sealed, by place
 * @param promised null where nothing can be claimed
 * @param pieces what has to be held
 */
record NewOrder(
        Order order,
        String fingerprint,
        List<SoldLine> lines,
        @Nullable Columns timing,
        @Nullable Columns newcomer,
        @Nullable Integer master,
        @Nullable Columns agreed,
        Map<String, String> boxes,
        NewPayment payment,
        @Nullable Columns promised,
        List<StockLine> pieces) {}

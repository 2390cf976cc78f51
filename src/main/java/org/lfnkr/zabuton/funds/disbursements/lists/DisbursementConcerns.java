package org.lfnkr.zabuton.funds.disbursements.lists;

import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.funds.disbursements.Disbursement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What Today says of disbursements. */
@Configuration(proxyBeanMethods = false)
class DisbursementConcerns {

    private static final String LIST = Disbursement.PATH + "?state=";

    @Bean
    @Order(25)
    Concern unshownDisbursementsConcern(DisbursementListStore store) {
        return Concern.task(
                "disbursements.concern.unshown",
                Right.SEE_SPENDING,
                LIST + "paid",
                store::unshown,
                Role.FINANCE);
    }

    @Bean
    @Order(26)
    Concern lateDisbursementsConcern(DisbursementListStore store) {
        return Concern.warning(
                "disbursements.concern.late",
                Right.SEE_SPENDING,
                LIST + DisbursementFilter.LATE,
                store::late,
                Role.FINANCE);
    }

    @Bean
    @Order(27)
    Concern expectedReturnsConcern(DisbursementListStore store) {
        return Concern.task(
                "disbursements.concern.expected",
                Right.SEE_SPENDING,
                LIST + DisbursementFilter.EXPECTED,
                store::expected,
                Role.FINANCE);
    }
}

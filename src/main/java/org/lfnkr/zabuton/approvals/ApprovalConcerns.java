package org.lfnkr.zabuton.approvals;

import static java.util.stream.Collectors.toUnmodifiableSet;

import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import java.util.Set;

/** What Today says of approvals to whoever signs. */
@Configuration(proxyBeanMethods = false)
class ApprovalConcerns {

    @Bean
    @Order(5)
    Concern waitingApprovalsConcern(ApprovalLists lists, Kinds kinds) {
        return Concern.personal(
                "approvals.concern.waiting",
                Right.SEE_ALL_APPROVALS,
                "/desk/approvals?list=waiting",
                reader -> lists.count(reader.account(), kinds.readWith(rights(reader))),
                Role.APPROVER);
    }

    private static Set<String> rights(Colleague reader) {
        return Role.rightsOf(reader.roles()).stream().map(Right::name).collect(toUnmodifiableSet());
    }
}

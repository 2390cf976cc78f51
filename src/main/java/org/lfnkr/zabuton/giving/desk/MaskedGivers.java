package org.lfnkr.zabuton.giving.desk;

import org.lfnkr.zabuton.giving.GiftPlan;
import org.lfnkr.zabuton.giving.GiftPlanId;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.PledgeId;
import org.lfnkr.zabuton.giving.plans.GiftPlanStore;
import org.lfnkr.zabuton.giving.pledges.PledgeStore;
import org.lfnkr.zabuton.reveals.Masked;
import org.lfnkr.zabuton.reveals.Part;
import org.lfnkr.zabuton.supporters.Recipient;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.vault.SubjectId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Who gave, for whoever of the staff has a reason to open it: of gifts and of plans. */
@Configuration(proxyBeanMethods = false)
class MaskedGivers {

    @Bean
    Masked maskedGifts(PledgeStore pledges, Supporters supporters) {
        return new Giver(
                Pledge.KIND,
                id -> pledges.find(new PledgeId(id)).map(Pledge::subject),
                supporters::recipient);
    }

    @Bean
    Masked maskedPlans(GiftPlanStore plans, Supporters supporters) {
        return new Giver(
                GiftPlan.KIND,
                id -> plans.find(new GiftPlanId(id)).map(GiftPlan::subject),
                supporters::recipient);
    }

    private record Giver(
            String kind,
            Function<UUID, Mono<SubjectId>> owners,
            Function<SubjectId, Mono<Recipient>> recipients)
            implements Masked {

        @Override
        public List<Part> parts() {
            return List.of(Part.CONTACT);
        }

        @Override
        public Mono<SubjectId> owner(UUID record) {
            return owners.apply(record);
        }

        @Override
        public Mono<List<Opened>> open(UUID record, Part part) {
            return owners.apply(record).flatMap(recipients).map(Giver::contact);
        }

        private static List<Opened> contact(Recipient who) {
            return List.of(
                    new Opened("person.data.name", who.name()),
                    new Opened("person.data.email", who.email().value()));
        }
    }
}

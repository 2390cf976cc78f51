package org.lfnkr.zabuton.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.shipping.ShippingQuote.Quoted;
import org.lfnkr.zabuton.shipping.ShippingQuote.Refused;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.Objects;

@ModuleTest
class ShippingModuleTests {

    private static final Parcel CUSHION = new Parcel(350, Money.yen(3200));

    @Autowired Shipping shipping;

    @ParameterizedTest
    @EnumSource
    void sendsToEveryPrefecture(Prefecture prefecture) {
        assertThat(quote(Destination.japan(prefecture))).isInstanceOf(Quoted.class);
    }

    @Test
    void asksMoreForFartherPlaces() {
        Quoted near = (Quoted) quote(Destination.japan(Prefecture.TOKYO));
        Quoted far = (Quoted) quote(Destination.japan(Prefecture.OKINAWA));

        assertThat(far.charge()).isGreaterThan(near.charge());
        assertThat(far.zone().ja()).isEqualTo("沖縄");
        assertThat(far.maxDays()).isGreaterThan(near.maxDays());
    }

    @Test
    void saysWhyACountryIsClosed() {
        Country closed =
                Await.value(shipping.countries().filter(it -> it.code().equals("US")).single());

        assertThat(closed.open()).isFalse();
        assertThat(quote(new Destination("US", null)))
                .isEqualTo(new Refused(Objects.requireNonNull(closed.reason())));
    }

    @Test
    void listsTheCountriesByNameInTheReadersLanguage() {
        List<Country> countries = Await.value(shipping.countries().collectList());

        assertThat(countries).extracting(Country::code).contains("JP", "KR", "GB", "US");
        assertThat(countries).extracting(it -> it.name().ja()).contains("日本", "韓国", "イギリス");
    }

    private ShippingQuote quote(Destination destination) {
        return Await.value(shipping.quote(destination, CUSHION));
    }
}

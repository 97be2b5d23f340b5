package org.interactionhub.channels.business;

import org.interactionhub.channels.inlet.Inlets;
import org.interactionhub.channels.proof.Proof;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The inlet for deals and payments. */
@Configuration(proxyBeanMethods = false)
public class BusinessChannel {

    @Bean
    BookingInlet bookingInlet(Inlets intakeInlets, Proof intakeProof) {
        return new BookingInlet(intakeInlets.of("business"), intakeProof);
    }
}

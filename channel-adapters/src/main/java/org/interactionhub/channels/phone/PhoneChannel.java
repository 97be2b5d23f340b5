package org.interactionhub.channels.phone;

import org.interactionhub.channels.inlet.Inlets;
import org.interactionhub.channels.proof.Proof;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The inlet for calls. */
@Configuration(proxyBeanMethods = false)
public class PhoneChannel {

    @Bean
    CallInlet callInlet(Inlets intakeInlets, Proof intakeProof) {
        return new CallInlet(intakeInlets.of("phone"), intakeProof);
    }
}

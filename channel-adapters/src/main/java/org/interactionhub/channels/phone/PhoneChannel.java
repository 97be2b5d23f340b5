package org.interactionhub.channels.phone;

import org.interactionhub.channels.inlet.Inlets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The inlet for calls. */
@Configuration(proxyBeanMethods = false)
public class PhoneChannel {

    @Bean
    CallInlet callInlet(Inlets intakeInlets) {
        return new CallInlet(intakeInlets.of("phone"));
    }
}

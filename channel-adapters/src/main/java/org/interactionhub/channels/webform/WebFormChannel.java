package org.interactionhub.channels.webform;

import org.interactionhub.channels.inlet.Inlets;
import org.interactionhub.channels.proof.Proof;
import org.interactionhub.door.OpenToOtherSites;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The inlet for web forms. */
@Configuration(proxyBeanMethods = false)
public class WebFormChannel {

    @Bean
    FormInlet formInlet(Inlets intakeInlets, Proof intakeProof) {
        return new FormInlet(intakeInlets.of("web-form"), intakeProof);
    }

    @Bean
    OpenToOtherSites formInletOpenToOtherSites() {
        return new OpenToOtherSites("/intake/forms/**");
    }
}

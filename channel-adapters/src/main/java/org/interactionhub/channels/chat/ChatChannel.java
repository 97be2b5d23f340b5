package org.interactionhub.channels.chat;

import org.interactionhub.channels.inlet.Inlets;
import org.interactionhub.channels.proof.Proof;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The inlet for chats. */
@Configuration(proxyBeanMethods = false)
public class ChatChannel {

    @Bean
    ChatInlet chatInlet(Inlets intakeInlets, Proof intakeProof) {
        return new ChatInlet(intakeInlets.of("chat"), intakeProof);
    }
}

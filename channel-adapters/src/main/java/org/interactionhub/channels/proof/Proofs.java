package org.interactionhub.channels.proof;

import java.io.IOException;
import java.nio.file.Path;
import org.interactionhub.readers.providers.Providers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the inlets ask whether a posting is genuine. */
@Configuration(proxyBeanMethods = false)
public class Proofs {

    @Bean
    Proof intakeProof(@Value("${hub.secrets}") Path secrets) throws IOException {
        Providers providers = Providers.known();
        return new Proof(new Sources(secrets, providers, System::getenv), providers);
    }
}

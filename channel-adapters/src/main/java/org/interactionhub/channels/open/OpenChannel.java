package org.interactionhub.channels.open;

import org.interactionhub.channels.inlet.Inlets;
import org.interactionhub.channels.reports.OriginalFiles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The inlet for reports of other systems. */
@Configuration(proxyBeanMethods = false)
public class OpenChannel {

    @Bean
    OpenInlet openInlet(Inlets intakeInlets, OriginalFiles intakeOriginals) {
        return new OpenInlet(intakeInlets.of("open"), new OpenReader(intakeOriginals));
    }
}

package org.interactionhub.channels.email;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import org.interactionhub.channels.inlet.Inlet;
import org.interactionhub.channels.inlet.Inlets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The inlets for mail. */
@Configuration(proxyBeanMethods = false)
public class EmailChannel {

    @Bean
    Inlet emailInlet(Inlets intakeInlets) {
        return intakeInlets.of("email");
    }

    @Bean
    MailInlet mailInlet(Inlet emailInlet) {
        return new MailInlet(emailInlet);
    }

    @Bean
    SmtpInlet smtpInlet(Inlet emailInlet, @Value("${hub.bind}") InetAddress bind,
            @Value("${hub.smtp-port}") int port, MeterRegistry meters) {
        SmtpInlet inlet = new SmtpInlet(emailInlet, bind, port);
        Gauge.builder("hub.inlet.smtp.mails", inlet, SmtpInlet::underWay)
                .description("Mails on their way in by SMTP").register(meters);
        return inlet;
    }
}

package org.interactionhub.standalone;

import org.interactionhub.channels.ChannelAdapters;
import org.interactionhub.commands.CommandService;
import org.interactionhub.queries.QueryService;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The three services in one context, behind one port: one origin. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ChannelAdapters.class, CommandService.class, QueryService.class})
class WholeHub {}

-- title.en: Contacts by channel and month
-- title.ru: Контакты по каналам и месяцам
-- about.en: Through which channels do clients and we reach each other, and how does it change?
-- about.ru: По каким каналам мы общаемся с клиентами и как это меняется?
--
-- key: month, channel
-- column month: month | Month | Месяц
-- column channel: channel | Channel | Канал
-- column contacts: count | Contacts | Контакты
-- column inbound: count | Incoming | Входящие
-- column outbound: count | Outgoing | Исходящие
-- column clients: count | Clients | Клиенты
--
-- chart: bars
-- x: month
-- y: contacts
-- series: channel

-- What took place; notes are no contacts, plans not yet.
SELECT to_char(i.occurred_at, 'YYYY-MM') AS month,
    i.channel,
    count(DISTINCT i.interaction_id) AS contacts,
    count(DISTINCT i.interaction_id) FILTER (WHERE i.direction = 'inbound') AS inbound,
    count(DISTINCT i.interaction_id) FILTER (WHERE i.direction = 'outbound') AS outbound,
    count(DISTINCT c.client_id) AS clients
FROM interaction i
LEFT JOIN interaction_client c USING (interaction_id)
WHERE i.state IN ('recorded', 'held') AND i.channel <> 'note'
GROUP BY 1, 2

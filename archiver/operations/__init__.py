"""What a crawl that nobody watches tells the machine that it runs on: a log, figures, a ping; and how it is started there."""

/** Portuguese page furniture. See phrase-table.ts for what the lists mean. */
import type { PhraseTable } from './phrase-table.ts';

// biome-ignore format: one list a line reads better than one phrase a line
export const PT: PhraseTable = {
  language: 'pt',
  whole: [
    { label: 'ui.notification', phrases: ['ativar notificações', 'receber notificações', 'agora não'] },
    { label: 'ui.auth', phrases: ['entrar', 'iniciar sessão', 'sair', 'terminar sessão', 'cadastre-se', 'registar', 'registe-se', 'criar conta', 'minha conta', 'fazer login', 'faça login', 'faça seu login', 'esqueci minha senha', 'senha'] },
    { label: 'ui.comments', phrases: ['comentários', 'comentário', '# comentários', '# comentário', 'comentários (#)', 'comentar', 'ver comentários', 'ver todos os comentários', 'deixe um comentário', 'deixe seu comentário', 'escreva um comentário', 'responder', 'deixe uma resposta', 'cancelar resposta'] },
    { label: 'ui.counter', phrases: ['tempo de leitura', 'tempo de leitura: # min', 'tempo de leitura: # minutos', '# min de leitura', '# minutos de leitura', '# visualizações'] },
    { label: 'ui.share', phrases: ['compartilhar', 'compartilhe', 'partilhar', 'partilhe', 'compartilhar no facebook', 'compartilhar no twitter', 'compartilhar no whatsapp', 'compartilhe esta notícia', 'partilhar artigo', 'copiar link', 'link copiado', 'imprimir', 'enviar', 'enviar por email', 'salvar', 'guardar', 'seguir', 'siga-nos', 'siga nas redes', 'ouvir', 'ouça este conteúdo', 'ouvir artigo', 'siga', 'salvar para ler depois'] },
    { label: 'ui.control', phrases: ['fechar', 'abrir', 'abrir menu', 'mais', 'ver mais', 'mostrar mais', 'carregar mais', 'ver tudo', 'ver todas', 'ver todos', 'próximo', 'próxima', 'seguinte', 'anterior', 'voltar', 'voltar ao topo', 'topo', 'buscar', 'busca', 'pesquisar', 'pesquisa', 'aceitar', 'aceito', 'cancelar', 'rejeitar', 'ir para o conteúdo', 'pular para o conteúdo', 'saltar para o conteúdo', 'reproduzir', 'ver vídeo', 'ampliar', 'continuar lendo', 'continuar a ler', 'continue lendo', 'continua depois da publicidade', 'continua após a publicidade', 'ler mais', 'ver galeria'] },
    { label: 'ui.label', phrases: ['publicado', 'atualizado', 'actualizado', 'última atualização', 'autor', 'fonte', 'legenda', 'exclusivo', 'opinião', 'análise', 'entrevista', 'reportagem', 'foto', 'por', 'crédito', 'ao vivo'] },
    { label: 'promo.newsletter', phrases: ['newsletter', 'newsletters', 'boletim', 'assine nossa newsletter', 'assine a newsletter', 'receba nossa newsletter', 'subscrever newsletter', 'subscreva a newsletter', 'inscreva-se'] },
    { label: 'promo.paywall', phrases: ['assine', 'assine já', 'assine agora', 'assinar', 'assinatura', 'assinaturas', 'assinantes', 'exclusivo para assinantes', 'conteúdo exclusivo para assinantes', 'já é assinante', 'já sou assinante', 'premium', 'edição impressa', 'edição digital', 'artigo exclusivo', 'subscrever', 'torne-se assinante'] },
    { label: 'promo.donation', phrases: ['doe', 'doar', 'doe agora', 'apoie', 'apoie-nos', 'faça uma doação', 'contribua'] },
    { label: 'promo.app', phrases: ['baixe o app', 'baixe nosso app', 'aplicativos', 'descarregue a app'] },
    { label: 'promo.advertisement', phrases: ['publicidade', 'propaganda', 'anúncio', 'anúncios', 'patrocinado', 'conteúdo patrocinado', 'publieditorial', 'anuncie', 'anuncie aqui', 'classificados', 'pub'] },
    { label: 'related.heading', phrases: ['notícias relacionadas', 'matérias relacionadas', 'artigos relacionados', 'conteúdo relacionado', 'relacionados', 'relacionadas', 'relacionado', 'leia também', 'leia mais', 'ler também', 'leia ainda', 'saiba mais', 'veja também', 'veja mais', 'ver também', 'mais lidas', 'mais lidos', 'as mais lidas', 'os mais lidos', 'mais lido', 'mais vistas', 'mais vistos', 'mais populares', 'últimas notícias', 'últimas', 'últimos artigos', 'mais recentes', 'outras notícias', 'mais notícias', 'mais sobre', 'mais do', 'mais de', 'destaques', 'em destaque', 'recomendados', 'recomendado', 'recomendadas', 'recomendado para você', 'recomendamos', 'você pode gostar', 'você também pode gostar', 'talvez você goste', 'pode interessar', 'pode te interessar', 'também pode gostar', 'tendências', 'em alta', 'próxima notícia', 'notícia anterior', 'artigo anterior', 'próximo artigo', 'não perca', 'vídeos', 'não deixe de ler', 'a seguir', 'o que ler agora', 'para si', 'para você'] },
    { label: 'footer.tags', phrases: ['tags', 'temas', 'assuntos', 'tópicos', 'palavras-chave', 'etiquetas', 'assuntos relacionados', 'tópicos relacionados', 'tudo sobre', 'mais sobre este tema'] },
    { label: 'footer.legal', phrases: ['política de privacidade', 'privacidade', 'política de cookies', 'cookies', 'termos de uso', 'termos e condições', 'termos de utilização', 'termos de serviço', 'aviso legal', 'todos os direitos reservados', 'direitos reservados', 'direitos autorais', 'código de conduta', 'estatuto editorial', 'ficha técnica', 'princípios editoriais', 'lei de imprensa', 'comunicar erro', 'reportar erro', 'preferências de privacidade'] },
    { label: 'footer.imprint', phrases: ['contato', 'contacto', 'contactos', 'fale conosco', 'contacte-nos', 'quem somos', 'sobre nós', 'sobre', 'expediente', 'trabalhe conosco', 'ajuda', 'mapa do site', 'arquivo', 'redação', 'equipe', 'equipa', 'perguntas frequentes', 'sobre o autor', 'central do assinante'] },
    { label: 'nav.menu', phrases: ['início', 'home', 'capa', 'política', 'economia', 'esportes', 'esporte', 'desporto', 'cultura', 'sociedade', 'mundo', 'brasil', 'portugal', 'país', 'local', 'internacional', 'nacional', 'tecnologia', 'ciência', 'saúde', 'educação', 'entretenimento', 'famosos', 'carros', 'viagem', 'futebol', 'opinião e análise', 'negócios', 'mercado', 'cidades', 'polícia', 'cotidiano', 'ambiente', 'gastronomia', 'editorias', 'seções', 'colunas', 'blogs', 'multimédia', 'televisão', 'celebridades'] },
  ],
  starts: [
    { label: 'ui.notification', phrases: ['utilizamos cookies', 'usamos cookies', 'este site utiliza cookies', 'receba notificações'] },
    { label: 'ui.auth', phrases: ['faça login', 'já tem conta', 'não tem conta', 'obrigado por se registar', 'obrigado por se cadastrar', 'atualize a página'] },
    { label: 'ui.comments', phrases: ['o seu endereço de email não será', 'o seu endereço de e-mail não será', 'para comentar', 'os comentários', 'este conteúdo não recebe mais comentários', 'seja o primeiro a comentar', 'escolha do leitor'] },
    { label: 'ui.share', phrases: ['compartilhe no', 'clique para compartilhar', 'siga-nos no', 'siga o'] },
    { label: 'ui.counter', phrases: ['tempo de leitura'] },
    { label: 'promo.newsletter', phrases: ['assine nossa newsletter', 'assine a newsletter', 'receba as', 'receba em seu', 'receba no seu', 'receba nossas', 'receba notícias', 'receba gratuitamente', 'inscreva-se', 'cadastre-se para', 'clique aqui para receber', 'participe do canal', 'entre no canal', 'entre no grupo', 'siga o canal', 'acompanhe o', 'subscreva'] },
    { label: 'promo.paywall', phrases: ['assine para', 'assine o', 'conteúdo exclusivo', 'este conteúdo é exclusivo', 'este artigo é exclusivo', 'para continuar lendo', 'para continuar a ler', 'já é assinante', 'tenha acesso', 'aproveite'] },
    { label: 'promo.donation', phrases: ['apoie o jornalismo', 'apoie nosso', 'seu apoio', 'sua doação', 'o seu apoio', 'o seu contributo', 'contribua para', 'precisamos de você', 'ajude-nos', 'ajude a'] },
    { label: 'promo.app', phrases: ['baixe o app', 'baixe gratuitamente', 'baixe nosso', 'descarregue'] },
    { label: 'promo.advertisement', phrases: ['publicidade', 'continua depois da publicidade', 'continua após'] },
    { label: 'related.item', phrases: ['leia também', 'leia mais', 'leia ainda', 'ler também', 'leia a seguir', 'veja também', 'veja mais', 'veja:', 'saiba mais:', 'confira também', 'confira:', 'assista:', 'assista também', 'mais sobre:', 'relacionada:', 'relacionado:', 'notícia anterior', 'próxima notícia'] },
    { label: 'footer.legal', phrases: ['todos os direitos reservados', 'proibida a reprodução', 'é proibida a reprodução', 'copyright', 'as opiniões expressas', 'este texto não reflete', 'este texto foi publicado'] },
    { label: 'footer.imprint', phrases: ['fale conosco', 'entre em contato', 'envie sua', 'editado por'] },
    { label: 'footer.tags', phrases: ['tags:', 'temas:', 'assuntos:'] },
    { label: 'nav.breadcrumb', phrases: ['início >', 'início /', 'você está aqui', 'você está em', 'capa >'] },
  ],
  inside: [
    { label: 'promo.newsletter', phrases: ['no seu e-mail', 'em seu e-mail', 'no seu email', 'nossa newsletter', 'canal do whatsapp', 'canal no whatsapp', 'canal de whatsapp', 'grupo de whatsapp'] },
    { label: 'promo.paywall', phrases: ['para assinantes', 'acesso ilimitado', 'primeiro mês', 'cancele quando quiser'] },
    { label: 'footer.legal', phrases: ['todos os direitos reservados', 'política de privacidade', 'proibida a reprodução', 'dados pessoais'] },
  ],
  appeal: {
    strong: ['seu apoio', 'sua doação', 'sua assinatura', 'nosso jornalismo', 'jornalismo independente', 'jornalismo de qualidade', 'nossa redação', 'nossos leitores', 'nossos jornalistas', 'nossa newsletter', 'assine', 'por mês', 'ao mês', 'primeiro mês', 'acesso ilimitado', 'sem anúncios', 'sem publicidade'],
    cues: ['jornalis', 'redação', 'assina', 'leitor', 'newsletter', 'apoio', 'apoiar', 'independen', 'grátis', 'gratuit', 'oferta', 'acesso', 'investiga', 'publicidade', 'doa', 'contribu'],
    address: ['nós', 'nosso', 'nossa', 'nossos', 'nossas', 'você', 'vocês', 'seu', 'sua', 'seus', 'suas'],
  },
};

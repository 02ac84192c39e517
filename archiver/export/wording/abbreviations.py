"""Words that the Bluebook shortens: tables T6, T10 and T13.1 of its 22nd edition (2025), as far as names of sites, periodicals and bodies need them.

A word that is not here stays as it is, as T13.1 wants it.
"""


def _table(text: str) -> dict[str, str]:
    """`long=short` by white space; an underscore is a space, an apostrophe a typographer's."""
    pairs = (pair.split("=") for pair in text.split())
    return {long.replace("_", " "): short.replace("_", " ").replace("'", "’") for long, short in pairs}


# T6
WORDS = _table(
    """
    Academic=Acad. Academy=Acad. Accounting=Acct. Administration=Admin. Administrative=Admin. Advance=Adv. Advanced=Adv. Advocacy=Advoc.
    Advocate=Advoc. Advocates=Advocs. Affairs=Affs. Agricultural=Agric. Agriculture=Agric. Alliance=All. Amendment=Amend. America=Am.
    American=Am. Ancient=Anc. and=& Annual=Ann. Appellate=App. Arbitration=Arb. Association=Ass'n Atlantic=Atl. Authority=Auth.
    Bankruptcy=Bankr. Behavior=Behav. Behavioral=Behav. Board=Bd. British=Brit. Broadcasting=Broad. Brothers=Bros. Building=Bldg.
    Bulletin=Bull. Business=Bus. Center=Ctr. Central=Cent. Centre=Ctr. Chemistry=Chem. Children=Child. Chronicle=Chron. Civil=Civ.
    Civil_Liberties=C.L. Civil_Rights=C.R. Coalition=Coal. College=Coll. Commerce=Com. Commercial=Com. Commission=Comm'n
    Commissioner=Comm'r Committee=Comm. Communication=Commc'n Communications=Commc'ns Community=Cmty. Company=Co. Comparative=Compar.
    Computer=Comput. Computing=Comput. Conference=Conf. Congress=Cong. Congressional=Cong. Constitution=Const. Constitutional=Const.
    Construction=Constr. Contemporary=Contemp. Cooperation=Coop. Cooperative=Coop. Corporate=Corp. Corporation=Corp. Counselor=Couns.
    County=Cnty. Criminal=Crim. Defense=Def. Department=Dep't Development=Dev. Developmental=Dev. Digest=Dig. Diplomacy=Dipl.
    Director=Dir. Dispute=Disp. Distribution=Distrib. Division=Div. Doctor=Dr. East=E. Eastern=E. Economic=Econ. Economics=Econ.
    Economy=Econ. Editor=Ed. Editorial=Ed. Education=Educ. Educational=Educ. Electronic=Elec. Employment=Emp. Engineering=Eng'g
    English=Eng. Enterprise=Enter. Entertainment=Ent. Environment=Env't Environmental=Env't Equality=Equal. Estate=Est. Europe=Eur.
    European=Eur. Exchange=Exch. Executive=Exec. Faculty=Fac. Family=Fam. Federal=Fed. Federation=Fed'n Finance=Fin. Financial=Fin.
    Foundation=Found. General=Gen. Global=Glob. Government=Gov't Group=Grp. Hearings=Hr'gs Historical=Hist. History=Hist. Hospital=Hosp.
    Housing=Hous. Human=Hum. Humanities=Humans. Immigration=Immigr. Independent=Indep. Industrial=Indus. Industry=Indus. Information=Info.
    Institute=Inst. Institution=Inst. Insurance=Ins. Intellectual=Intell. Intelligence=Intel. Interdisciplinary=Interdisc.
    International=Int'l Journal=J. Judicial=Jud. Jurisprudence=Juris. Justice=Just. Juvenile=Juv. Labor=Lab. Laboratory=Lab'y Law=L.
    Lawyer=Law. Lawyers=Laws. Legislation=Legis. Legislative=Legis. Library=Libr. Litigation=Litig. Local=Loc. Magazine=Mag.
    Management=Mgmt. Maritime=Mar. Market=Mkt. Marketing=Mktg. Mechanical=Mech. Medical=Med. Medicine=Med. Memorial=Mem'l Military=Mil.
    Modern=Mod. Municipal=Mun. National=Nat'l Nationality=Nat'y Natural=Nat. Negligence=Negl. Negotiation=Negot. North=N. Northeast=Ne.
    Northern=N. Northwest=Nw. Office=Off. Opinion=Op. Organization=Org. Organizational=Org. Pacific=Pac. Patent=Pat. Personality=Pers.
    Perspective=Persp. Perspectives=Persps. Philosophical=Phil. Philosophy=Phil. Planning=Plan. Policy=Pol'y Political=Pol. Politics=Pol.
    Practice=Prac. Privacy=Priv. Private=Priv. Probate=Prob. Problems=Probs. Proceedings=Proc. Product=Prod. Production=Prod.
    Profession=Pro. Professional=Pro. Property=Prop. Protection=Prot. Psychology=Psych. Public=Pub. Publication=Publ'n
    Publications=Publ'ns Quarterly=Q. Record=Rec. Regional=Reg'l Register=Reg. Regulation=Regul. Regulatory=Regul. Relations=Rels.
    Report=Rep. Reporter=Rep. Reports=Reps. Research=Rsch. Resolution=Resol. Resources=Res. Responsibility=Resp. Review=Rev. Rights=Rts.
    School=Sch. Schools=Schs. Science=Sci. Sciences=Scis. Scientific=Sci. Secretary=Sec'y Section=Sec. Securities=Sec. Security=Sec.
    Service=Serv. Services=Servs. Social=Soc. Society=Soc'y Sociology=Socio. Solicitor=Solic. South=S. Southeast=Se. Southern=S.
    Southwest=Sw. Standard=Std. Statistical=Stat. Statistics=Stat. Street=St. Studies=Stud. Supreme_Court=Sup._Ct. Survey=Surv.
    Symposium=Symp. System=Sys. Systems=Sys. Taxation=Tax'n Teacher=Tchr. Technical=Tech. Technique=Tech. Technological=Tech.
    Technology=Tech. Telecommunications=Telecomms. Telephone=Tel. Transnational=Transnat'l Transportation=Transp. Tribune=Trib.
    Trustee=Tr. University=Univ. Urban=Urb. Utilities=Utils. Utility=Util. Week=Wk. Weekly=Wkly. West=W. Western=W. Yearbook=Y.B.
    """
)
# T10: American places, as they stand in names of newspapers and of universities
PLACES = _table(
    """
    Alabama=Ala. Arizona=Ariz. Arkansas=Ark. Baltimore=Balt. Boston=Bos. California=Cal. Chicago=Chi. Colorado=Colo. Connecticut=Conn.
    Dallas=Dall. Delaware=Del. District_of_Columbia=D.C. Florida=Fla. Georgia=Ga. Houston=Hous. Illinois=Ill. Indiana=Ind. Kansas=Kan.
    Kentucky=Ky. Los_Angeles=L.A. Louisiana=La. Maine=Me. Maryland=Md. Massachusetts=Mass. Michigan=Mich. Minnesota=Minn.
    Mississippi=Miss. Missouri=Mo. Montana=Mont. Nebraska=Neb. Nevada=Nev. New_England=New_Eng. New_Hampshire=N.H. New_Jersey=N.J. New_Mexico=N.M.
    New_York=N.Y. North_Carolina=N.C. North_Dakota=N.D. Oklahoma=Okla. Oregon=Or. Pennsylvania=Pa. Philadelphia=Phila. Phoenix=Phx.
    Rhode_Island=R.I. San_Francisco=S.F. South_Carolina=S.C. South_Dakota=S.D. Tennessee=Tenn. Texas=Tex. United_Kingdom=U.K.
    United_Nations=U.N. United_States=U.S. Vermont=Vt. Virginia=Va. Washington=Wash. West_Virginia=W._Va. Wisconsin=Wis. Wyoming=Wyo.
    """
)
# T13.1: universities in the names of their journals
INSTITUTIONS = _table(
    """
    Boston_College=B.C. Boston_University=B.U. Brooklyn=Brook. Columbia=Colum. George_Washington=Geo._Wash. Georgetown=Geo. Harvard=Harv.
    New_York_University=N.Y.U. Northwestern=Nw. Stanford=Stan. State_Law=St._L. University=U. University_of_California=U.C. Vanderbilt=Vand.
    """
)
